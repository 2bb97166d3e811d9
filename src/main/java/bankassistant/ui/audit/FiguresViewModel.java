package bankassistant.ui.audit;

import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Problem;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Figures of what is filtered, growing while records are read. Used on the JavaFX thread only. */
public final class FiguresViewModel implements AutoCloseable {

    /** Slices between two figures. */
    private static final int SHOW_EVERY = 25;

    private final AuditRecords records;
    private final Executor background;
    private final Executor screen;
    private final ZoneId zone;
    private final AuditProblems problems;
    private final ReadOnlyObjectWrapper<Figures> figures = new ReadOnlyObjectWrapper<>(Figures.NONE);
    private final ReadOnlyBooleanWrapper counting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
    private Optional<Walk> walk = Optional.empty();
    private Optional<RecordQuery> counted = Optional.empty();

    public FiguresViewModel(AuditRecords records, Executor background, Executor screen, ZoneId zone,
            Messages messages) {
        this.records = records;
        this.background = background;
        this.screen = screen;
        this.zone = zone;
        this.problems = new AuditProblems(messages);
    }

    public ReadOnlyObjectProperty<Figures> figures() {
        return figures.getReadOnlyProperty();
    }

    /** Whether more records are being counted. */
    public ReadOnlyBooleanProperty counting() {
        return counting.getReadOnlyProperty();
    }

    /** Why counting ended early; null if all is well. */
    public ReadOnlyObjectProperty<Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Counts what a query asks for; once, until others are asked for. */
    public void show(RecordQuery query) {
        if (counted.filter(query::equals).isEmpty()) {
            close();
            counted = Optional.of(query);
            problem.set(null);
            figures.set(Figures.NONE);
            counting.set(true);
            walk = Optional.of(Walk.start(records, query, background, screen, new Counter()));
        }
    }

    /** Stops counting. */
    @Override
    public void close() {
        walk.ifPresent(Walk::stop);
        walk = Optional.empty();
        counted = Optional.empty();
        counting.set(false);
    }

    private final class Counter implements Walk.Listener {

        private final Tally tally = new Tally(zone);
        private int slices;

        @Override
        public Runnable found(Slice slice) {
            slice.records().forEach(tally::add);
            if (slices++ % SHOW_EVERY != 0 && slice.next().isPresent()) {
                return () -> {};
            }
            Figures known = tally.figures();
            return () -> figures.set(known);
        }

        @Override
        public Runnable ended() {
            Figures known = tally.figures();
            return () -> {
                figures.set(known);
                counting.set(false);
            };
        }

        @Override
        public void failed(Throwable failure) {
            problem.set(problems.atReading(failure));
            counting.set(false);
        }
    }
}
