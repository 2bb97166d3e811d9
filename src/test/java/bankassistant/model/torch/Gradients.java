package bankassistant.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bankassistant.model.training.Batch;
import bankassistant.model.training.Parameter;
import bankassistant.model.training.TrainableNetwork;
import bankassistant.model.training.TrainingState;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Compares a network's gradients with finite differences of its loss. */
final class Gradients {

    private static final float STEP = 0.01f;

    private Gradients() {}

    /** @param stride every how manieth value of each parameter is compared */
    static <B extends Batch> void requireEqualToDifferences(TrainableNetwork<B> network, B batch, int stride) {
        TrainingState state = randomState(network.parameters());
        for (int p = 0; p < network.parameters().size(); p++) {
            network.restore(state);
            network.accumulate(batch, 1, 1);
            float[] gradient = network.gradient(p);
            String name = network.parameters().get(p).name();
            for (int i = 0; i < gradient.length; i += stride) {
                double difference = (loss(network, batch, state, p, i, STEP)
                        - loss(network, batch, state, p, i, -STEP)) / (2 * STEP);
                assertThat((double) gradient[i]).as("%s[%d]", name, i).isCloseTo(difference,
                        within(5e-4 + 0.02 * Math.abs(difference)));
            }
        }
    }

    /** A state in which no adapter is zero. */
    private static TrainingState randomState(List<Parameter> parameters) {
        SplittableRandom random = new SplittableRandom(11);
        List<float[]> values = new ArrayList<>();
        List<float[]> zeros = new ArrayList<>();
        for (Parameter parameter : parameters) {
            float[] numbers = new float[parameter.values()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = (float) random.nextGaussian(0, 0.3);
            }
            values.add(numbers);
            zeros.add(new float[numbers.length]);
        }
        return new TrainingState(values, zeros, zeros);
    }

    private static <B extends Batch> double loss(TrainableNetwork<B> network, B batch, TrainingState state,
            int parameter, int index, float step) {
        List<float[]> values = new ArrayList<>(state.values());
        float[] changed = values.get(parameter).clone();
        changed[index] += step;
        values.set(parameter, changed);
        network.restore(new TrainingState(values, state.firstMoments(), state.secondMoments()));
        return network.accumulate(batch, 1, 1).mean();
    }
}
