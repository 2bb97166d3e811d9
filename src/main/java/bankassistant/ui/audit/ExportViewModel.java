package bankassistant.ui.audit;

import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Giving out the records that are shown. Commands are called, and the property changes, on the JavaFX thread only. */
public final class ExportViewModel implements AutoCloseable {

    /** How it stands. */
    public sealed interface State {

        record Idle() implements State {}

        /** The auditor chooses how. */
        record Choosing() implements State {}

        record Running(long written) implements State {}

        record Cancelled() implements State {}

        record Done(long written, Path file) implements State {}

        record Failed(Problem problem) implements State {}
    }

    private final AuditRecords records;
    private final FileChoice files;
    private final Executor background;
    private final Executor screen;
    private final AuditProblems problems;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
    private AtomicBoolean cancelled = new AtomicBoolean();

    public ExportViewModel(AuditRecords records, FileChoice files, Executor background, Executor screen,
            Messages messages) {
        this.records = records;
        this.files = files;
        this.background = background;
        this.screen = screen;
        this.problems = new AuditProblems(messages);
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    public void choose() {
        if (!(state.get() instanceof State.Running)) {
            state.set(new State.Choosing());
        }
    }

    /** Asks where to, and writes there; nothing happens if no place is given. */
    public void export(RecordQuery query, ExportFormat format) {
        files.save("audit-records." + format.extension(), format).ifPresent(file -> {
            state.set(new State.Running(0));
            AtomicBoolean stop = new AtomicBoolean();
            cancelled = stop;
            background.execute(() -> {
                State end = run(query, format, file, stop);
                screen.execute(() -> {
                    if (cancelled == stop) {
                        state.set(end);
                    }
                });
            });
        });
    }

    public void cancel() {
        cancelled.set(true);
    }

    public void dismiss() {
        cancel();
        cancelled = new AtomicBoolean();
        state.set(new State.Idle());
    }

    @Override
    public void close() {
        cancel();
    }

    private State run(RecordQuery query, ExportFormat format, Path file, AtomicBoolean stop) {
        try {
            return new State.Done(records.export(query, format, file, written -> {
                screen.execute(() -> {
                    if (cancelled == stop && state.get() instanceof State.Running) {
                        state.set(new State.Running(written));
                    }
                });
                return !stop.get();
            }), file);
        } catch (CancellationException e) {
            return new State.Cancelled();
        } catch (IOException | RuntimeException | Error e) {
            return new State.Failed(problems.atExporting(e));
        }
    }
}
