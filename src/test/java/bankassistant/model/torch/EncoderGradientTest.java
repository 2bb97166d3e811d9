package bankassistant.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bankassistant.model.training.LowRank;
import bankassistant.model.training.Regularization;
import bankassistant.model.training.TrainingState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The gradient of every parameter is what finite differences of the loss say. */
class EncoderGradientTest {

    private static final float STEP = 0.01f;

    private static TorchThread thread;

    @BeforeAll
    static void start() {
        thread = new TorchThread(1);
    }

    @AfterAll
    static void stop() {
        thread.close();
    }

    @Test
    void ofEachAdapterAndTheHead() {
        requireEqualToDifferences(TinyBert.ALL_LINEAR, TinyBert.NONE);
    }

    @Test
    void withTheContrastiveLoss() {
        requireEqualToDifferences(TinyBert.ALL_LINEAR, new Regularization(0, 0.5, 0.3));
    }

    @Test
    void whenOnlyAttentionIsAdapted() {
        requireEqualToDifferences(new LowRank(2, 4, Set.of("query", "value")), TinyBert.NONE);
    }

    @Test
    void withTheSameDropoutForTheSameSeed() {
        requireEqualToDifferences(TinyBert.ALL_LINEAR, new Regularization(0.2, 0, 0.1));
    }

    private static void requireEqualToDifferences(LowRank adapters, Regularization regularization) {
        try (TrainableEncoder encoder = TinyBert.untrained(thread, adapters, regularization)) {
            TrainingState state = TinyBert.randomState(encoder.parameters());
            encoder.restore(state);
            encoder.accumulate(TinyBert.batch(), 1, 1);
            for (int p = 0; p < encoder.parameters().size(); p++) {
                float[] gradient = encoder.gradient(p);
                String name = encoder.parameters().get(p).name();
                for (int i = 0; i < gradient.length; i += 5) {
                    double difference = difference(encoder, state, p, i);
                    assertThat((double) gradient[i]).as("%s[%d]", name, i).isCloseTo(difference,
                            within(5e-4 + 0.02 * Math.abs(difference)));
                }
                encoder.restore(state);
                encoder.accumulate(TinyBert.batch(), 1, 1);
            }
        }
    }

    private static double difference(TrainableEncoder encoder, TrainingState state, int parameter, int index) {
        return (loss(encoder, state, parameter, index, STEP) - loss(encoder, state, parameter, index, -STEP))
                / (2 * STEP);
    }

    private static double loss(TrainableEncoder encoder, TrainingState state, int parameter, int index, float step) {
        List<float[]> values = new ArrayList<>(state.values());
        float[] changed = values.get(parameter).clone();
        changed[index] += step;
        values.set(parameter, changed);
        encoder.restore(new TrainingState(values, state.firstMoments(), state.secondMoments()));
        return encoder.accumulate(TinyBert.batch(), 1, 1).mean();
    }
}
