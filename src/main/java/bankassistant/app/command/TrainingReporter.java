package bankassistant.app.command;

import bankassistant.app.Streams;
import bankassistant.lab.training.TrainingListener;
import bankassistant.lab.training.TrainingProgress;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Tells how a training goes: on a terminal in one line of standard error that is drawn over, elsewhere in a line every ten
 * seconds; with JSON, on standard output, an object for every step. Closing ends the line.
 */
final class TrainingReporter implements TrainingListener, AutoCloseable {

    private static final Duration REDRAWN = Duration.ofMillis(100);
    private static final Duration REPEATED = Duration.ofSeconds(10);

    private final Streams streams;
    private final boolean json;
    private final LongSupplier clock;
    private final ObjectMapper mapper = new ObjectMapper();
    private long lastTime;
    private int drawn;

    TrainingReporter(Streams streams, boolean json) {
        this(streams, json, System::nanoTime);
    }

    /** @param clock in nanoseconds, from any beginning */
    TrainingReporter(Streams streams, boolean json, LongSupplier clock) {
        this.streams = streams;
        this.json = json;
        this.clock = clock;
        // so that the first step is told
        this.lastTime = clock.getAsLong() - REPEATED.toNanos();
    }

    @Override
    public void progress(TrainingProgress progress) {
        if (json) {
            streams.out().line(object(progress));
        } else if (isDue(progress)) {
            lastTime = clock.getAsLong();
            if (streams.interactive()) {
                draw(line(progress));
            } else {
                streams.err().println(line(progress));
            }
        }
    }

    private boolean isDue(TrainingProgress progress) {
        Duration pause = streams.interactive() ? REDRAWN : REPEATED;
        return progress.step() == progress.steps() || clock.getAsLong() - lastTime >= pause.toNanos();
    }

    /** Over the line before, which may have been longer. */
    private void draw(String line) {
        streams.err().print("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
        streams.err().flush();
        drawn = line.length();
    }

    private static String line(TrainingProgress progress) {
        // short enough for 80 columns: a line that wraps can't be drawn over
        return String.format(Locale.ROOT, "epoch %d, step %d/%d, loss %.4f, %,.0f tokens/s, %s left", progress.epoch(),
                progress.step(), progress.steps(), progress.loss(), progress.tokensPerSecond(), time(progress.left()));
    }

    private static String time(Duration left) {
        if (left.toHours() > 0) {
            return "%d h %02d min".formatted(left.toHours(), left.toMinutesPart());
        }
        return left.toMinutes() > 0
                ? "%d min %02d s".formatted(left.toMinutes(), left.toSecondsPart())
                : left.toSeconds() + " s";
    }

    private String object(TrainingProgress progress) {
        return mapper.createObjectNode().put("epoch", progress.epoch()).put("step", progress.step())
                .put("steps", progress.steps()).put("loss", progress.loss())
                .put("learning_rate", progress.learningRate())
                .put("tokens_per_s", Math.round(progress.tokensPerSecond() * 10) / 10.0)
                .put("left_s", progress.left().toSeconds()).toString();
    }

    @Override
    public void warning(String message) {
        close();
        streams.err().println(message);
    }

    @Override
    public void close() {
        if (drawn > 0) {
            streams.err().println();
            drawn = 0;
        }
    }
}
