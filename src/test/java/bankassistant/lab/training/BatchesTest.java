package bankassistant.lab.training;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.model.training.LabelledBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {

    /** Lengths like those of Banking77's messages in tokens: mostly 8 to 18, with a tail to 100. */
    private static LabelledSet messages(int count) {
        Random random = new Random(7);
        List<int[]> ids = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            ids.add(new int[Math.clamp(Math.round(Math.exp(2.5 + 0.5 * random.nextGaussian())), 3, 100)]);
        }
        return LabelledSet.ofClasses(ids, new int[count], 1);
    }

    private static Batches batches(TrainingSet<LabelledBatch> rows, int rowsPerBatch, int tokens, long seed) {
        return new Batches(rows, TrainingPlan.defaults().withBatches(rowsPerBatch, tokens, 4).withSeed(seed));
    }

    private static int[][] order(Batches batches, int epoch) {
        return batches.epoch(epoch).toArray(int[][]::new);
    }

    @Test
    void less_than_15_percent_of_what_is_computed_is_padding() {
        LabelledSet rows = messages(10_000);
        for (int size : new int[]{8, 16, 32, 64}) {
            long tokens = 0;
            long padded = 0;
            for (int[] batch : batches(rows, size, 4096, 1).epoch(1)) {
                tokens += Arrays.stream(batch).mapToLong(rows::length).sum();
                padded += (long) batch.length * longest(rows, batch);
            }
            assertThat(1 - (double) tokens / padded).as("padding in batches of %d", size).isLessThan(0.15);
        }
    }

    private static int longest(LabelledSet rows, int[] batch) {
        return Arrays.stream(batch).map(rows::length).max().orElseThrow();
    }

    @Test
    void every_row_comes_once_in_each_epoch() {
        Batches batches = batches(messages(1003), 16, 200, 1);
        for (int epoch = 1; epoch <= 3; epoch++) {
            assertThat(batches.epoch(epoch).stream().flatMapToInt(Arrays::stream).sorted().toArray())
                    .isEqualTo(IntStream.range(0, 1003).toArray());
        }
    }

    @Test
    void no_batch_has_more_rows_or_tokens_than_it_may_but_for_a_row_that_is_longer() {
        LabelledSet rows = messages(1000);
        List<int[]> batches = batches(rows, 16, 60, 1).epoch(1);

        assertThat(batches).allSatisfy(batch -> {
            assertThat(batch.length).isBetween(1, 16);
            assertThat(batch.length == 1 || batch.length * longest(rows, batch) <= 60).isTrue();
        });
        assertThat(batches).anyMatch(batch -> rows.length(batch[0]) > 60).anyMatch(batch -> batch.length > 4);
    }

    @Test
    void one_seed_gives_one_order_and_each_epoch_another() {
        LabelledSet rows = messages(500);

        assertThat(order(batches(rows, 8, 999, 5), 1)).isDeepEqualTo(order(batches(rows, 8, 999, 5), 1));
        assertThat(order(batches(rows, 8, 999, 5), 2)).isNotEqualTo(order(batches(rows, 8, 999, 5), 1));
        assertThat(order(batches(rows, 8, 999, 6), 1)).isNotEqualTo(order(batches(rows, 8, 999, 5), 1));
    }

    @Test
    void long_and_short_batches_come_mixed() {
        LabelledSet rows = messages(2000);
        int[] lengths = batches(rows, 16, 9999, 1).epoch(1).stream().mapToInt(batch -> longest(rows, batch)).toArray();

        // in sorted batches only the beginning of a pool would be shorter than what came before
        long falls = IntStream.range(1, lengths.length).filter(i -> lengths[i] < lengths[i - 1]).count();
        assertThat((double) falls / lengths.length).isBetween(0.3, 0.7);
    }

    @Test
    void steps_count_over_all_epochs_and_end_with_them() {
        // 10 batches an epoch, 4 a step: 4, 4 and 2
        List<Batches.Step> steps = batches(messages(80), 8, 9999, 1).steps();

        assertThat(steps).extracting(Batches.Step::number).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(steps).extracting(Batches.Step::epoch).containsExactly(1, 1, 1, 2, 2, 2, 3, 3, 3);
        assertThat(steps).extracting(step -> step.batches().size()).containsExactly(4, 4, 2, 4, 4, 2, 4, 4, 2);
    }
}
