package bankassistant.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bankassistant.model.training.LabelledBatch;
import bankassistant.model.training.LowRank;
import bankassistant.model.training.Regularization;
import bankassistant.model.training.TokenBatch;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The gradient of every parameter of a decoder is what finite differences of the loss say. */
class DecoderGradientTest {

    private static final Set<String> ALL_LINEAR = Set.of("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj",
            "down_proj");
    /** Two texts, one with an instruction that is not learned. */
    private static final TokenBatch BATCH = new TokenBatch(
            List.of(new int[]{65, 66, 67, 68, 69}, new int[]{70, 71, 72}),
            List.of(new boolean[]{false, false, false, true, true}, new boolean[]{false, true, true}));

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
    void ofEachAdapter() throws IOException {
        requireEqualToDifferences(ALL_LINEAR, 0);
    }

    @Test
    void whenOnlyAttentionIsAdapted() throws IOException {
        requireEqualToDifferences(Set.of("q_proj", "v_proj"), 0);
    }

    @Test
    void withTheSameDropoutForTheSameSeed() throws IOException {
        requireEqualToDifferences(ALL_LINEAR, 0.2);
    }

    @Test
    void whenBlocksAreComputedAgain() throws IOException {
        try (TrainableDecoder decoder = decoder(Set.of("q_proj", "v_proj", "down_proj"), 0.2)) {
            decoder.recompute(true);
            Gradients.requireEqualToDifferences(decoder, BATCH, 13);
        }
    }

    @Test
    void andATextsLogitsDoNotDependOnItsNeighbours() throws IOException {
        try (TrainableDecoder decoder = decoder(ALL_LINEAR, 0)) {
            float[][] together = decoder.logits(BATCH);
            float[][] alone = decoder.logits(new TokenBatch(BATCH.ids().subList(1, 2), BATCH.counted().subList(1, 2)));
            assertThat(together[2]).containsExactly(alone[0], within(1e-4f));
            assertThat(together[3]).containsExactly(alone[1], within(1e-4f));
        }
    }

    @Test
    void andAnUntrainedAdapterChangesNothing() throws IOException {
        TinyLlama source = source();
        try (TrainableDecoder decoder = decoder(ALL_LINEAR, 0)) {
            double[] expected = new ReferenceLlama(source).logits(70, 71);
            float[] logits = decoder.logits(BATCH)[3];
            for (int i = 0; i < expected.length; i++) {
                assertThat((double) logits[i]).isCloseTo(expected[i], within(1e-3));
            }
        }
    }

    private static void requireEqualToDifferences(Set<String> targets, double dropout) throws IOException {
        try (TrainableDecoder decoder = decoder(targets, dropout)) {
            Gradients.requireEqualToDifferences(decoder, BATCH, 13);
        }
    }

    @Test
    void ofEachAdapterAndTheHeadWhenTextsAreSorted() throws IOException {
        LabelledBatch batch = new LabelledBatch(List.of(new int[]{65, 66, 67, 68}, new int[]{70, 71}),
                new float[][]{{0.9f, 0.05f, 0.05f}, {0, 0.2f, 0.8f}});
        try (DecoderClassifier classifier = DecoderClassifier.open(thread, source(), null,
                new LowRank(2, 4, ALL_LINEAR), new Regularization(0.1, 0, 0.1), 3, ProductType.FLOAT32, 5)) {
            Gradients.requireEqualToDifferences(classifier, batch, 13);
        }
    }

    private static TrainableDecoder decoder(Set<String> targets, double dropout) throws IOException {
        return TrainableDecoder.open(thread, source(), new LowRank(2, 4, targets), dropout, ProductType.FLOAT32, 5);
    }

    private static TinyLlama source() {
        return TinyLlama.of(16, 24, 4, 2, 4, true);
    }
}
