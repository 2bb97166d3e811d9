package bankassistant.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bankassistant.model.training.Regularization;
import bankassistant.model.training.TaggedBatch;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The gradient of every parameter of a tagger is what finite differences of the loss say. */
class TaggerGradientTest {

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
    void of_each_adapter_and_the_head() {
        requireEqualToDifferences(TinyBert.NONE, 0);
    }

    @Test
    void with_smoothed_labels_and_the_same_dropout_for_the_same_seed() {
        requireEqualToDifferences(new Regularization(0.2, 0, 0.1), 0.1);
    }

    @Test
    void the_loss_is_the_mean_of_the_tokens_that_count() {
        try (TrainableTagger tagger = TinyBert.untrainedTagger(thread, TinyBert.ALL_LINEAR, TinyBert.NONE)) {
            TaggedBatch batch = TinyBert.tagged(0);
            float[][] logits = tagger.logits(batch);
            double sum = 0;
            int token = 0;
            for (int[] row : batch.tags()) {
                for (int tag : row) {
                    sum += tag < 0 ? 0 : logOfSum(logits[token]) - logits[token][tag];
                    token++;
                }
            }
            assertThat(logits).hasNumberOfRows(token);
            assertThat(tagger.accumulate(batch, 1, 1).mean()).isCloseTo(sum / batch.terms(), within(1e-5));
        }
    }

    @Test
    void padding_changes_nothing() {
        try (TrainableTagger tagger = TinyBert.untrainedTagger(thread, TinyBert.ALL_LINEAR, TinyBert.NONE)) {
            TaggedBatch batch = TinyBert.tagged(0);
            TaggedBatch alone = new TaggedBatch(List.of(batch.ids().getFirst()), List.of(batch.tags().getFirst()), 0);
            float[][] together = tagger.logits(batch);
            float[][] single = tagger.logits(alone);
            for (int i = 0; i < single.length; i++) {
                assertThat(together[i]).containsExactly(single[i], within(1e-5f));
            }
        }
    }

    private static double logOfSum(float[] logits) {
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit);
        }
        return Math.log(sum);
    }

    private static void requireEqualToDifferences(Regularization regularization, double labelSmoothing) {
        try (TrainableTagger tagger = TinyBert.untrainedTagger(thread, TinyBert.ALL_LINEAR, regularization)) {
            Gradients.requireEqualToDifferences(tagger, TinyBert.tagged(labelSmoothing), 5);
        }
    }
}
