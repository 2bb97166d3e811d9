package bankassistant.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import bankassistant.model.training.LabelledBatch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {

    @TempDir
    private Path folder;

    private final TinyTraining tiny = new TinyTraining();

    @Test
    void the_loss_falls_and_the_rows_are_told_apart() throws TrainingException {
        List<LossPoint> curve = tiny.trainer(new Checkpoints(folder)).start().curve();

        assertThat(curve.getFirst().loss()).isCloseTo(Math.log(4), within(1e-6));
        assertThat(curve.subList(30, 36)).extracting(LossPoint::loss).allSatisfy(
                loss -> assertThat(loss).isLessThan(0.8));
        assertThat(accuracy()).isGreaterThan(0.9);
    }

    private double accuracy() {
        LabelledBatch all = tiny.rows.batch(IntStream.range(0, tiny.rows.rows()).toArray(), 0);
        float[][] logits = tiny.network.logits(all);
        return IntStream.range(0, logits.length).filter(row -> best(logits[row]) == best(all.targets()[row])).count()
                / (double) logits.length;
    }

    private static int best(float[] values) {
        return IntStream.range(0, values.length).reduce((a, b) -> values[b] > values[a] ? b : a).orElseThrow();
    }

    @Test
    void every_row_is_seen_once_an_epoch_and_every_step_is_told() throws TrainingException {
        tiny.trainer(new Checkpoints(folder)).start();

        assertThat(tiny.network.rows).isEqualTo(3 * 96);
        assertThat(tiny.progress).hasSize(36).last().satisfies(last -> {
            assertThat(last.epoch()).isEqualTo(3);
            assertThat(last.step()).isEqualTo(36).isEqualTo(last.steps());
            assertThat(last.left()).isZero();
        });
        assertThat(tiny.progress).extracting(TrainingProgress::epoch).startsWith(1).contains(2);
        assertThat(tiny.epochs).containsExactly(1, 2, 3);
        assertThat(tiny.kept).containsExactly(5L, 10L, 15L, 20L, 25L, 30L, 35L, 36L);
    }

    @Test
    void each_batch_has_a_dropout_of_its_own() throws TrainingException {
        tiny.trainer(new Checkpoints(folder)).start();

        assertThat(new HashSet<>(tiny.network.seeds)).hasSameSizeAs(tiny.network.seeds);
    }

    @Test
    void accumulated_batches_make_the_same_step_as_one_large_batch() throws TrainingException {
        tiny.network = new SoftmaxRegression(TinyTraining.VOCABULARY, TinyTraining.CLASSES, 0);
        // all rows in one step, in batches of 16 or fewer rows
        tiny.plan = TinyTraining.PLAN.withBatches(16, 100, 100);
        double[] accumulated = losses(tiny.trainer(new Checkpoints(folder.resolve("many"))).start());
        assertThat(tiny.network.seeds).hasSizeGreaterThan(3 * 6);

        tiny.network = new SoftmaxRegression(TinyTraining.VOCABULARY, TinyTraining.CLASSES, 0);
        tiny.plan = TinyTraining.PLAN.withBatches(96, 10_000, 1);
        double[] atOnce = losses(tiny.trainer(new Checkpoints(folder.resolve("one"))).start());
        assertThat(tiny.network.seeds).hasSize(3);

        assertThat(accumulated).hasSize(3).containsExactly(atOnce, within(1e-6));
    }

    private static double[] losses(TrainedRun run) {
        return run.curve().stream().mapToDouble(LossPoint::loss).toArray();
    }

    @Test
    void one_seed_gives_one_training_and_another_seed_another() throws TrainingException {
        TrainedRun first = tiny.trainer(new Checkpoints(folder.resolve("a"))).start();
        tiny.network = TinyTraining.network();
        TrainedRun second = tiny.trainer(new Checkpoints(folder.resolve("b"))).start();
        tiny.network = TinyTraining.network();
        tiny.plan = tiny.plan.withSeed(2);
        TrainedRun other = tiny.trainer(new Checkpoints(folder.resolve("c"))).start();

        assertThat(second).isEqualTo(first);
        assertThat(losses(other)).isNotEqualTo(losses(first));
    }

    @Test
    void a_loss_that_is_no_number_stops_the_training_and_keeps_the_last_good_state() {
        // 2 batches a step: the first of step 14
        tiny.network.brokenFromBatch = 27;

        assertThatThrownBy(() -> tiny.trainer(new Checkpoints(folder)).start()).isInstanceOf(TrainingException.class)
                .hasMessageContainingAll("epoch 2, step 14 of 36", "the loss is NaN", "lower --learning-rate",
                        "checkpoint-000000000010.bin in " + folder + ", is kept");
        assertThat(tiny.progress).hasSize(13);
    }

    @Test
    void an_infinite_gradient_stops_the_training() {
        tiny.network.brokenFromStep = 3;

        assertThatThrownBy(() -> tiny.trainer(new Checkpoints(folder)).start()).isInstanceOf(TrainingException.class)
                .hasMessageContainingAll("epoch 1, step 3 of 36", "norm of the gradient is Infinity",
                        "There is no checkpoint yet");
    }

    @Test
    void tells_speed_and_the_time_that_is_left_by_tokens() throws TrainingException {
        // one step an epoch; the clock stands at 2 s after the first and at 4 s after the second
        tiny.plan = tiny.plan.withBatches(96, 10_000, 1);
        long tokens = IntStream.range(0, 96).mapToLong(tiny.rows::length).sum();

        tiny.trainer(new Checkpoints(folder), () -> tiny.network.seeds.size() * 2_000_000_000L).start();

        assertThat(tiny.progress.get(1).tokensPerSecond()).isCloseTo(tokens / 2.0, within(1e-6));
        assertThat(tiny.progress.get(1).left()).isEqualTo(Duration.ofSeconds(2));
    }
}
