package bankassistant.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints are there for what goes wrong. */
class ResumeTest {

    private static final int STEPS = 36;

    @TempDir
    private Path folder;

    private TrainedRun undisturbed() throws TrainingException {
        return new TinyTraining().trainer(new Checkpoints(folder.resolve("undisturbed"))).start();
    }

    private void killAfter(long step, Path checkpoints) {
        TinyTraining tiny = new TinyTraining();
        tiny.killedAfter = step;
        assertThatThrownBy(() -> tiny.trainer(new Checkpoints(checkpoints)).start())
                .isInstanceOf(TinyTraining.Killed.class);
    }

    private static TrainedRun resume(Path checkpoints) throws TrainingException {
        return new TinyTraining().trainer(new Checkpoints(checkpoints)).resume();
    }

    @Test
    void a_training_killed_after_any_step_from_the_first_checkpoint_on_ends_as_if_it_had_not_been()
            throws TrainingException {
        TrainedRun undisturbed = undisturbed();
        for (int step = 6; step <= STEPS; step++) {
            Path checkpoints = folder.resolve("killed-" + step);
            killAfter(step, checkpoints);

            assertThat(resume(checkpoints)).as("killed after step %d", step).isEqualTo(undisturbed);
        }
    }

    @Test
    void a_training_may_be_killed_more_than_once() throws TrainingException {
        killAfter(7, folder);
        TinyTraining again = new TinyTraining();
        again.killedAfter = 23;
        assertThatThrownBy(() -> again.trainer(new Checkpoints(folder)).resume())
                .isInstanceOf(TinyTraining.Killed.class);
        assertThat(again.progress.getFirst().step()).isEqualTo(6);

        assertThat(resume(folder)).isEqualTo(undisturbed());
    }

    @Test
    void a_training_that_is_done_is_not_done_again() throws TrainingException {
        TrainedRun done = new TinyTraining().trainer(new Checkpoints(folder)).start();
        TinyTraining again = new TinyTraining();

        assertThat(again.trainer(new Checkpoints(folder)).resume()).isEqualTo(done);
        assertThat(again.progress).isEmpty();
    }

    @Test
    void how_often_checkpoints_are_written_may_change() throws TrainingException {
        killAfter(7, folder);
        TinyTraining tiny = new TinyTraining();
        tiny.plan = tiny.plan.withCheckpointEvery(100);

        assertThat(tiny.trainer(new Checkpoints(folder)).resume()).isEqualTo(undisturbed());
    }

    @Test
    void the_last_two_checkpoints_are_kept() throws IOException {
        killAfter(23, folder);

        assertThat(files()).containsExactly("checkpoint-000000000015.bin", "checkpoint-000000000020.bin");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void another_plan_other_settings_or_other_data_are_refused_by_name() {
        killAfter(7, folder);

        TinyTraining tiny = new TinyTraining();
        tiny.plan = tiny.plan.withEpochs(5);
        assertRefused(tiny).hasMessageContaining("another training: epochs was 3, is now 5. Use the same");
        tiny.plan = TinyTraining.PLAN.withSeed(9);
        assertRefused(tiny).hasMessageContaining("seed was 1, is now 9");
        tiny.plan = TinyTraining.PLAN;
        tiny.settings = Map.of("rank", "8");
        assertRefused(tiny).hasMessageContaining("rank was 32, is now 8");
        tiny.settings = Map.of();
        assertRefused(tiny).hasMessageContaining("rank was 32, is now not set");
        tiny.settings = Map.of("rank", "32");
        tiny.rows = TinyTraining.rows(2);
        assertRefused(tiny).hasMessageContaining("another training: other training data.");
        tiny.rows = TinyTraining.rows(1);
        tiny.network = new SoftmaxRegression(25, TinyTraining.CLASSES, 0.1);
        assertRefused(tiny).hasMessageContaining("another training: other parameters.");
    }

    private AbstractThrowableAssert<?, ?> assertRefused(TinyTraining tiny) {
        return assertStopped(() -> tiny.trainer(new Checkpoints(folder)).resume());
    }

    private static AbstractThrowableAssert<?, ?> assertStopped(ThrowingCallable training) {
        return assertThatThrownBy(training).isInstanceOf(TrainingException.class);
    }

    @Test
    void without_a_checkpoint_there_is_nothing_to_resume() {
        killAfter(4, folder);

        assertRefused(new TinyTraining()).hasMessageContaining("no checkpoint in " + folder)
                .hasMessageContaining("without --resume");
    }

    @Test
    void a_new_training_does_not_overwrite_the_checkpoints_of_another() {
        killAfter(7, folder);

        assertStopped(() -> new TinyTraining().trainer(new Checkpoints(folder)).start())
                .hasMessageContaining("Go on with it with --resume");
    }

    @Test
    void a_damaged_checkpoint_is_passed_over_with_a_warning() throws IOException, TrainingException {
        TrainedRun undisturbed = undisturbed();
        killAfter(12, folder);
        Path last = folder.resolve("checkpoint-000000000010.bin");
        byte[] whole = Files.readAllBytes(last);

        for (int at : new int[]{0, 7, 9, 40, whole.length / 2, whole.length - 1}) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x10;
            assertPassedOver(last, damaged, undisturbed);
        }
        for (int length : new int[]{0, 5, 8, 15, 16, 17, 300, whole.length - 1}) {
            assertPassedOver(last, Arrays.copyOf(whole, length), undisturbed);
        }
    }

    private void assertPassedOver(Path file, byte[] content, TrainedRun expected)
            throws IOException, TrainingException {
        Path copy = Files.createTempDirectory(folder, "damaged");
        Files.copy(folder.resolve("checkpoint-000000000005.bin"), copy.resolve("checkpoint-000000000005.bin"));
        Files.write(copy.resolve(file.getFileName()), content);
        TinyTraining tiny = new TinyTraining();

        assertThat(tiny.trainer(new Checkpoints(copy)).resume()).isEqualTo(expected);
        assertThat(tiny.warnings).singleElement().asString().contains("checkpoint-000000000010.bin", "can't be used",
                "The one before is tried");
        assertThat(tiny.progress.getFirst().step()).isEqualTo(6);
    }

    @Test
    void when_all_checkpoints_are_damaged_it_says_so() throws IOException {
        killAfter(12, folder);
        for (String name : files()) {
            Files.write(folder.resolve(name), new byte[100]);
        }

        TinyTraining tiny = new TinyTraining();
        assertRefused(tiny).hasMessageContainingAll("No checkpoint in " + folder, "Start the training again");
        assertThat(tiny.warnings).hasSize(2);
    }

    @Test
    void a_full_disk_stops_the_training_and_leaves_the_last_good_checkpoint()
            throws IOException, TrainingException {
        TinyTraining tiny = new TinyTraining();
        // room for two checkpoints of some 2,000 bytes each, not for a third
        long[] room = {9_000};
        Checkpoints checkpoints = new Checkpoints(folder, out -> new SmallDisk(out, room));

        assertStopped(() -> tiny.trainer(checkpoints).start()).hasMessageContainingAll("checkpoint of step",
                "the disk is full", "--resume", "is kept");

        assertThat(files()).isNotEmpty().noneMatch(name -> name.endsWith(".partial"));
        assertThat(resume(folder)).isEqualTo(undisturbed());
    }

    /** Takes as many bytes as there is room for. */
    private static final class SmallDisk extends FilterOutputStream {

        private final long[] room;

        SmallDisk(OutputStream out, long[] room) {
            super(out);
            this.room = room;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[]{(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            room[0] -= count;
            if (room[0] < 0) {
                throw new IOException("No space left on device");
            }
            out.write(bytes, from, count);
        }
    }

    @Test
    void a_process_that_ends_in_the_middle_of_a_checkpoint_leaves_the_one_before()
            throws IOException, InterruptedException, TrainingException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), DyingTraining.class.getName(), folder.toString()).inheritIO()
                .start();
        assertThat(process.waitFor()).isEqualTo(DyingTraining.EXIT_CODE);
        assertThat(files()).containsExactly("checkpoint-000000000005.bin", "checkpoint-000000000010.bin",
                "checkpoint-000000000015.bin.partial");

        TinyTraining tiny = new TinyTraining();
        assertThat(tiny.trainer(new Checkpoints(folder)).resume()).isEqualTo(undisturbed());
        assertThat(tiny.warnings).isEmpty();
    }

    @Test
    void what_a_killed_process_left_half_written_is_ignored() throws IOException, TrainingException {
        killAfter(12, folder);
        Files.write(folder.resolve("checkpoint-000000000015.bin.partial"), new byte[10]);

        assertThat(resume(folder)).isEqualTo(undisturbed());
        assertThat(files()).containsExactly("checkpoint-000000000035.bin", "checkpoint-000000000036.bin");
    }

    @Test
    void a_network_with_values_that_are_not_finite_is_not_kept() {
        killAfter(7, folder);
        TinyTraining tiny = new TinyTraining();
        tiny.trainer(new Checkpoints(folder));
        Checkpoint broken = new Checkpoint(10, Map.of(), List.of(), tiny.network.state());
        broken.state().secondMoments().get(1)[2] = Float.NaN;

        assertStopped(() -> new Checkpoints(folder).write(broken)).hasMessageContainingAll("After step 10",
                "not finite", "checkpoint-000000000005.bin");
    }

    @Test
    void checkpoints_of_a_finished_training_can_be_deleted() throws IOException, TrainingException {
        Path checkpoints = folder.resolve("run");
        new TinyTraining().trainer(new Checkpoints(checkpoints)).start();

        new Checkpoints(checkpoints).delete();

        assertThat(checkpoints).doesNotExist();
    }
}
