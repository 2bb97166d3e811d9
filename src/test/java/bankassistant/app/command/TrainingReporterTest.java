package bankassistant.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.app.Screen;
import bankassistant.app.Streams;
import bankassistant.lab.training.TrainingProgress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TrainingReporterTest {

    private final Screen screen = new Screen();
    private long now = 5_000_000_000L;

    private Streams terminal() {
        Streams streams = screen.streams();
        return new Streams(streams.in(), streams.out(), streams.err(), true, false);
    }

    /** A step each 4 seconds. */
    private void train(Streams streams, boolean json, int steps) {
        try (TrainingReporter reporter = new TrainingReporter(streams, json, () -> now)) {
            for (int step = 1; step <= steps; step++) {
                reporter.progress(progress(step, steps));
                now += 4_000_000_000L;
            }
        }
    }

    private static TrainingProgress progress(long step, long steps) {
        return new TrainingProgress(1, step, steps, 4.5 / step, 2e-4, 1234.56,
                Duration.ofSeconds(3700L * (steps - step)));
    }

    @Test
    void tells_the_first_step_the_last_and_one_every_ten_seconds_where_no_terminal_is() {
        train(screen.streams(), false, 8);

        assertThat(screen.err().lines()).containsExactly(
                "epoch 1, step 1/8, loss 4.5000, 1,235 tokens/s, 7 h 11 min left",
                "epoch 1, step 4/8, loss 1.1250, 1,235 tokens/s, 4 h 06 min left",
                "epoch 1, step 7/8, loss 0.6429, 1,235 tokens/s, 1 h 01 min left",
                "epoch 1, step 8/8, loss 0.5625, 1,235 tokens/s, 0 s left");
        assertThat(screen.out()).isEmpty();
    }

    @Test
    void draws_over_one_line_on_a_terminal() {
        train(terminal(), false, 3);

        assertThat(screen.err().split("\r")).containsExactly("",
                "epoch 1, step 1/3, loss 4.5000, 1,235 tokens/s, 2 h 03 min left",
                "epoch 1, step 2/3, loss 2.2500, 1,235 tokens/s, 1 h 01 min left",
                // blanks where the longer line was
                "epoch 1, step 3/3, loss 1.5000, 1,235 tokens/s, 0 s left       " + System.lineSeparator());
    }

    @Test
    void a_warning_has_a_line_of_its_own() {
        try (TrainingReporter reporter = new TrainingReporter(terminal(), false, () -> now)) {
            reporter.progress(progress(1, 2));
            reporter.warning("The checkpoint is damaged.");
        }

        assertThat(screen.err()).endsWith("left" + System.lineSeparator() + "The checkpoint is damaged."
                + System.lineSeparator());
    }

    @Test
    void prints_an_object_for_every_step_as_json() {
        train(terminal(), true, 3);

        assertThat(screen.lines()).hasSize(3).last().isEqualTo(
                "{\"epoch\":1,\"step\":3,\"steps\":3,\"loss\":1.5,\"learning_rate\":2.0E-4,\"tokens_per_s\":1234.6,"
                        + "\"left_s\":0}");
        assertThat(screen.err()).isEmpty();
    }
}
