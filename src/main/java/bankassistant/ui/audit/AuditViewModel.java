package bankassistant.ui.audit;

import bankassistant.audit.record.AuditRecord;
import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Problem;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The records that are shown, what they are filtered by, and the one that is open. Commands are called, and properties change,
 * on the JavaFX thread only.
 */
public final class AuditViewModel implements AutoCloseable {

    public enum State {
        /** Nothing is known yet. */
        LOADING, SHOWN,
        /** {@link #problem()} says why nothing can be shown. */
        FAILED
    }

    /**
     * How far a search is.
     *
     * @param running whether more may be found
     * @param reached how far back it has looked; empty before the first record
     */
    public record Search(boolean running, Optional<Instant> reached) {

        static final Search NONE = new Search(false, Optional.empty());
    }

    private final AuditRecords records;
    private final SavedFilters savedFilters;
    private final Executor background;
    private final Executor screen;
    private final Clock clock;
    private final AuditProblems problems;

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<RecordFilter> filter = new ReadOnlyObjectWrapper<>(RecordFilter.ALL);
    private final ReadOnlyObjectWrapper<RecordQuery> query = new ReadOnlyObjectWrapper<>(RecordQuery.ALL);
    private final ReadOnlyObjectWrapper<RecordList> rows = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Search> search = new ReadOnlyObjectWrapper<>(Search.NONE);
    private final ReadOnlyObjectWrapper<Choices> choices = new ReadOnlyObjectWrapper<>(Choices.NONE);
    private final ReadOnlyObjectWrapper<RecordDetail> detail = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Problem> detailProblem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper();
    private final ObservableList<SavedFilter> saved = FXCollections.observableArrayList();
    private final ObservableList<SavedFilter> shownSaved = FXCollections.unmodifiableObservableList(saved);
    private final ReadOnlyObjectWrapper<Problem> savedProblem = new ReadOnlyObjectWrapper<>();

    private final ReadOnlyStringWrapper alarm = new ReadOnlyStringWrapper("");

    private Optional<Walk> walk = Optional.empty();
    private long asked;
    /** Read in the background too, where a record that nobody wants any more is not opened. */
    private final AtomicLong lastOpened = new AtomicLong();

    /**
     * @param background runs what takes long; several things at once
     * @param screen     runs on the JavaFX thread, in order
     * @param clock      with the auditor's time zone
     */
    public AuditViewModel(AuditRecords records, SavedFilters savedFilters, Executor background, Executor screen,
            Clock clock, Messages messages) {
        this.records = records;
        this.savedFilters = savedFilters;
        this.background = background;
        this.screen = screen;
        this.clock = clock;
        this.problems = new AuditProblems(messages);
        rows.set(list(Positions.none()));
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** Why records can't be read; null if all is well. Rows may be shown nevertheless. */
    public ReadOnlyObjectProperty<Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Why the log can't be relied on; empty if nothing is known against it. */
    public ReadOnlyStringProperty alarm() {
        return alarm.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<RecordFilter> filter() {
        return filter.getReadOnlyProperty();
    }

    /** What the rows were asked for with, at the time of asking. */
    public ReadOnlyObjectProperty<RecordQuery> query() {
        return query.getReadOnlyProperty();
    }

    /** Replaced when others are asked for. */
    public ReadOnlyObjectProperty<RecordList> rows() {
        return rows.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Search> search() {
        return search.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Choices> choices() {
        return choices.getReadOnlyProperty();
    }

    /** The record that is open; null when none is. */
    public ReadOnlyObjectProperty<RecordDetail> detail() {
        return detail.getReadOnlyProperty();
    }

    /** Why a record can't be opened; null if all is well. */
    public ReadOnlyObjectProperty<Problem> detailProblem() {
        return detailProblem.getReadOnlyProperty();
    }

    /** Whether a record is being read with what belongs to it. */
    public ReadOnlyBooleanProperty opening() {
        return opening.getReadOnlyProperty();
    }

    /** By name. */
    public ObservableList<SavedFilter> saved() {
        return shownSaved;
    }

    /** Why filters can't be saved; null if all is well. */
    public ReadOnlyObjectProperty<Problem> savedProblem() {
        return savedProblem.getReadOnlyProperty();
    }

    /** Shows all records, and learns what filters can choose from. */
    public void start() {
        withSaved(SavedFilters::all);
        refresh();
    }

    private void learnChoices() {
        background.execute(() -> {
            try {
                Choices known = records.choices();
                String told = records.alarm().orElse("");
                screen.execute(() -> {
                    choices.set(known);
                    alarm.set(told);
                });
            } catch (RuntimeException | Error e) {
                Problem why = problems.atReading(e);
                screen.execute(() -> problem.set(why));
            }
        });
    }

    /** Shows what a filter asks for. */
    public void apply(RecordFilter wanted) {
        if (!wanted.equals(filter.get())) {
            filter.set(wanted);
            refresh();
        }
    }

    public void clear() {
        apply(RecordFilter.ALL);
    }

    /** Asks again, with records that have come since. */
    public void refresh() {
        learnChoices();
        walk.ifPresent(Walk::stop);
        walk = Optional.empty();
        problem.set(null);
        state.set(State.LOADING);
        RecordQuery wanted = filter.get().at(clock);
        query.set(wanted);
        long number = ++asked;
        if (wanted.asksForAll()) {
            search.set(Search.NONE);
            background.execute(() -> showAll(wanted, number));
        } else {
            RecordList found = list(Positions.none());
            rows.set(found);
            search.set(new Search(true, Optional.empty()));
            walk = Optional.of(Walk.start(records, wanted, background, screen, new Finder(wanted, found)));
        }
    }

    /** Ends the search; what it has found stays. */
    public void stopSearch() {
        walk.ifPresent(Walk::stop);
        search.set(new Search(false, search.get().reached()));
        state.set(State.SHOWN);
    }

    /** Reads again what could not be read. */
    public void retry() {
        problem.set(null);
        if (state.get() == State.FAILED) {
            refresh();
        } else {
            rows.get().retry();
        }
    }

    /** Opens a record. The last one asked for is shown, and recorded as seen; ones passed by while another is read are not. */
    public void open(AuditRecord record) {
        if (detail.get() != null && detail.get().record().equals(record)) {
            return;
        }
        open(record.sequence(), () -> Optional.of(record));
    }

    /** Opens the record of that number, if it can be read. */
    public void open(long sequence) {
        open(sequence, () -> records.read(List.of(sequence)).stream().findFirst());
    }

    private void open(long sequence, Supplier<Optional<AuditRecord>> wanted) {
        long number = lastOpened.incrementAndGet();
        opening.set(true);
        detailProblem.set(null);
        background.execute(() -> {
            if (number != lastOpened.get()) {
                return;
            }
            try {
                Optional<RecordDetail> known = wanted.get().map(records::open);
                screen.execute(() -> ifLast(number, () -> {
                    detail.set(known.orElse(null));
                    detailProblem.set(known.isPresent() ? null : problems.unreadable(sequence));
                }));
            } catch (RuntimeException | Error e) {
                Problem why = problems.atReading(e);
                screen.execute(() -> ifLast(number, () -> {
                    detail.set(null);
                    detailProblem.set(why);
                }));
            }
        });
    }

    private void ifLast(long number, Runnable action) {
        if (number == lastOpened.get()) {
            opening.set(false);
            action.run();
        }
    }

    public void closeDetail() {
        lastOpened.incrementAndGet();
        opening.set(false);
        detail.set(null);
        detailProblem.set(null);
    }

    /** Keeps the filter under a name; one of the same name is replaced. */
    public void save(String name) {
        if (!name.isBlank()) {
            SavedFilter wanted = new SavedFilter(name.strip(), filter.get());
            withSaved(kept -> kept.save(wanted));
        }
    }

    public void removeSaved(String name) {
        withSaved(kept -> kept.remove(name));
    }

    @Override
    public void close() {
        walk.ifPresent(Walk::stop);
        closeDetail();
    }

    @FunctionalInterface
    private interface SavedWork {

        List<SavedFilter> run(SavedFilters kept) throws IOException;
    }

    private void withSaved(SavedWork work) {
        background.execute(() -> {
            try {
                List<SavedFilter> all;
                synchronized (savedFilters) {
                    all = work.run(savedFilters);
                }
                screen.execute(() -> {
                    saved.setAll(all);
                    savedProblem.set(null);
                });
            } catch (IOException e) {
                Problem why = problems.atSaving(e);
                screen.execute(() -> savedProblem.set(why));
            }
        });
    }

    private void showAll(RecordQuery all, long number) {
        try {
            records.listed(all);
            long size = records.size();
            screen.execute(() -> {
                if (number == asked) {
                    rows.set(list(Positions.whole(size)));
                    state.set(State.SHOWN);
                }
            });
        } catch (RuntimeException | Error e) {
            Problem why = problems.atReading(e);
            screen.execute(() -> {
                if (number == asked) {
                    fail(why);
                }
            });
        }
    }

    private void fail(Problem why) {
        problem.set(why);
        search.set(new Search(false, search.get().reached()));
        state.set(rows.get().isEmpty() ? State.FAILED : State.SHOWN);
    }

    private RecordList list(Positions positions) {
        return new RecordList(records, positions, background, screen, e -> problem.set(problems.atReading(e)));
    }

    private final class Finder implements Walk.Listener {

        private final RecordQuery wanted;
        private final RecordList found;

        Finder(RecordQuery wanted, RecordList found) {
            this.wanted = wanted;
            this.found = found;
        }

        @Override
        public void begins() {
            records.listed(wanted);
        }

        @Override
        public Runnable found(Slice slice) {
            List<Long> sequences = slice.records().stream().map(AuditRecord::sequence).toList();
            return () -> {
                found.add(sequences);
                search.set(new Search(true, slice.reached().or(() -> search.get().reached())));
                if (!found.isEmpty()) {
                    state.set(State.SHOWN);
                }
            };
        }

        @Override
        public Runnable ended() {
            return () -> {
                search.set(new Search(false, search.get().reached()));
                state.set(State.SHOWN);
            };
        }

        @Override
        public void failed(Throwable failure) {
            fail(problems.atReading(failure));
        }
    }
}
