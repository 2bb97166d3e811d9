package bankassistant.lab.training;

import bankassistant.model.training.Batch;

/**
 * The rows to learn from.
 *
 * @param <B> the batches made of them
 */
public interface TrainingSet<B extends Batch> {

    /** At least 1. */
    int rows();

    /** Tokens of a row. */
    int length(int row);

    /**
     * Rows as a batch, in this order.
     *
     * @param labelSmoothing share of each target that is spread evenly over all classes
     */
    B batch(int[] rows, double labelSmoothing);

    /** SHA-256 of all rows and targets in their order, lower-case hexadecimal. */
    String fingerprint();
}
