package bankassistant.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import bankassistant.model.training.AdamW;
import bankassistant.model.training.Batch;
import bankassistant.model.training.BatchLoss;
import bankassistant.model.training.Parameter;
import bankassistant.model.training.TrainableNetwork;
import bankassistant.model.training.TrainingState;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** What trainings of adapters have in common, whatever network is below and whatever its outputs stand for. */
abstract sealed class TorchTraining<B extends Batch> implements TrainableNetwork<B>
        permits DecoderClassifier, TrainableDecoder, TrainableEncoder, TrainableTagger {

    private final TorchThread thread;
    private final ProductType products;
    private final AdaptedNetwork network;

    /** @param network becomes this object's to close */
    TorchTraining(TorchThread thread, ProductType products, AdaptedNetwork network) {
        this.thread = thread;
        this.products = products;
        this.network = network;
    }

    /** Adds a batch's gradients. @param loss computes its loss, recording, in a scope of its own */
    final BatchLoss accumulate(B batch, long seed, Function<NDManager, NDArray> loss) {
        return thread.call(() -> {
            AdaptedNetwork.seed(seed);
            try (NDManager scope = script().manager().newSubManager()) {
                return new BatchLoss(loss.apply(scope).toFloatArray()[0], batch.tokens());
            }
        });
    }

    /** @param outputs computes them, one after the other, in a scope of its own */
    final float[] computed(Function<NDManager, NDArray> outputs) {
        return thread.call(() -> {
            try (NDManager scope = script().manager().newSubManager()) {
                return outputs.apply(scope).toFloatArray();
            }
        });
    }

    final TorchScript script() {
        return network.script();
    }

    /** Cuts values into rows of this width. */
    static float[][] rows(float[] values, int width) {
        float[][] rows = new float[values.length / width][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = Arrays.copyOfRange(values, row * width, (row + 1) * width);
        }
        return rows;
    }

    /** The type products are computed in: results differ a little between them. */
    public final String productType() {
        return products.name();
    }

    @Override
    public final List<Parameter> parameters() {
        return network.parameters();
    }

    @Override
    public final double update(AdamW step) {
        return network.update(step);
    }

    @Override
    public final float[] gradient(int parameter) {
        return network.gradient(parameter);
    }

    @Override
    public final TrainingState state() {
        return network.state();
    }

    @Override
    public final void restore(TrainingState state) {
        network.restore(state);
    }

    @Override
    public void close() {
        network.close();
    }
}
