package bankassistant.ui.audit;

import bankassistant.audit.Verdict;
import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Problem;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The verification of the whole log. Commands are called, and the property changes, on the JavaFX thread only. */
public final class VerifyViewModel implements AutoCloseable {

    /** How it stands. */
    public sealed interface State {

        record Idle() implements State {}

        /** @param total records in the log */
        record Running(long checked, long total) implements State {}

        record Cancelled() implements State {}

        record Done(Verdict verdict) implements State {}

        record Failed(Problem problem) implements State {}
    }

    private final AuditRecords records;
    private final Executor background;
    private final Executor screen;
    private final AuditProblems problems;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
    private AtomicBoolean cancelled = new AtomicBoolean();

    public VerifyViewModel(AuditRecords records, Executor background, Executor screen, Messages messages) {
        this.records = records;
        this.background = background;
        this.screen = screen;
        this.problems = new AuditProblems(messages);
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** Does nothing while it runs. */
    public void start() {
        if (state.get() instanceof State.Running) {
            return;
        }
        state.set(new State.Running(0, 0));
        AtomicBoolean stop = new AtomicBoolean();
        cancelled = stop;
        background.execute(() -> {
            State end = run(stop);
            screen.execute(() -> {
                if (cancelled == stop) {
                    state.set(end);
                }
            });
        });
    }

    /** Ends it without a verdict. */
    public void cancel() {
        cancelled.set(true);
    }

    /** Forgets the outcome. */
    public void dismiss() {
        cancel();
        cancelled = new AtomicBoolean();
        state.set(new State.Idle());
    }

    @Override
    public void close() {
        cancel();
    }

    private State run(AtomicBoolean stop) {
        try {
            long total = records.size();
            Verdict verdict = records.verify(checked -> {
                screen.execute(() -> {
                    if (cancelled == stop && state.get() instanceof State.Running) {
                        state.set(new State.Running(checked, Math.max(total, checked)));
                    }
                });
                return !stop.get();
            });
            return new State.Done(verdict);
        } catch (CancellationException e) {
            return new State.Cancelled();
        } catch (RuntimeException | Error e) {
            return new State.Failed(problems.atVerifying(e));
        }
    }
}
