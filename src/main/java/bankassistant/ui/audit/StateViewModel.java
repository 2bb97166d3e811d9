package bankassistant.ui.audit;

import bankassistant.audit.Hold;
import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Problem;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How the log is kept, and the holds on it. Commands are called, and properties change, on the JavaFX thread only. */
public final class StateViewModel {

    private final AuditRecords records;
    private final Executor background;
    private final Executor screen;
    private final AuditProblems problems;
    private final ReadOnlyObjectWrapper<LogState> state = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
    private long asked;

    public StateViewModel(AuditRecords records, Executor background, Executor screen, Messages messages) {
        this.records = records;
        this.background = background;
        this.screen = screen;
        this.problems = new AuditProblems(messages);
    }

    /** As it was when it was last asked for; null before. */
    public ReadOnlyObjectProperty<LogState> state() {
        return state.getReadOnlyProperty();
    }

    /** Why it can't be told, or a hold not be set or lifted; null if all is well. */
    public ReadOnlyObjectProperty<Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    public void refresh() {
        run(() -> {});
    }

    /** Sets a legal hold. @param reference why; it stays in the log for good */
    public void hold(String reference, Hold.Scope scope) {
        run(() -> records.hold(reference, scope));
    }

    /** Lifts a legal hold. @param reference why; it stays in the log for good */
    public void lift(Hold hold, String reference) {
        run(() -> records.lift(hold, reference));
    }

    /** Does something, and asks how the log is kept then. */
    private void run(Runnable act) {
        long number = ++asked;
        background.execute(() -> {
            try {
                act.run();
                LogState now = records.state();
                screen.execute(() -> {
                    if (number == asked) {
                        state.set(now);
                        problem.set(null);
                    }
                });
            } catch (RuntimeException | Error e) {
                Problem why = problems.atReading(e);
                screen.execute(() -> problem.set(why));
            }
        });
    }
}
