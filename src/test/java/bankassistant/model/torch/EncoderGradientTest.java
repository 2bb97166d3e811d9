package bankassistant.model.torch;

import bankassistant.model.training.LowRank;
import bankassistant.model.training.Regularization;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The gradient of every parameter is what finite differences of the loss say. */
class EncoderGradientTest {

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
            Gradients.requireEqualToDifferences(encoder, TinyBert.batch(), 5);
        }
    }
}
