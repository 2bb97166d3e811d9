package bankassistant.model.training;

import java.util.List;

/**
 * A network some of whose parameters training changes. Used by one thread at a time.
 *
 * @param <B> the batches it computes
 */
public interface TrainableNetwork<B extends Batch> extends AutoCloseable {

    /** What training changes, in a fixed order that states and indices refer to. */
    List<Parameter> parameters();

    /**
     * Forward and backward pass. The gradients of the batch's mean loss, times {@code weight}, are added to those
     * gathered since the last update.
     *
     * @param weight the batch's share of a step, 1 if it is the whole step
     * @param seed   decides dropout: the same seed, batch and state give the same gradients
     */
    BatchLoss accumulate(B batch, double weight, long seed);

    /**
     * One step of AdamW with the gathered gradients, which are cleared.
     *
     * @return their 2-norm before clipping; when it is not finite, parameters and moments stay as they were
     */
    double update(AdamW step);

    /** The gradient gathered since the last update, row-major; zeros if there is none yet. */
    float[] gradient(int parameter);

    /**
     * The classes' logits without dropout, {@code [rows][classes]}. For a {@link TokenBatch} one row for each counted
     * token, in the batch's order, over the vocabulary; for a {@link TaggedBatch} one for each token, over the tags.
     */
    float[][] logits(B batch);

    /** A copy of what training has changed. */
    TrainingState state();

    /**
     * Goes on from a state; gathered gradients are cleared.
     *
     * @throws IllegalArgumentException if it doesn't fit {@link #parameters()}
     */
    void restore(TrainingState state);

    @Override
    void close();
}
