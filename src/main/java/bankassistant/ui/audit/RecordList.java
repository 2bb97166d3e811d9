package bankassistant.ui.audit;

import bankassistant.audit.record.AuditRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javafx.collections.ObservableListBase;

/**
 * The rows of the table, newest record first. A row that is asked for is there at once and gets its content later: pages are
 * read in the background, the one asked for last first, and dropped again when others have been asked for since. So a jump to
 * anywhere among a million records costs one page. Used on the JavaFX thread only.
 */
public final class RecordList extends ObservableListBase<RecordRow> {

    /** Rows in a page. */
    static final int PAGE = 100;
    /** Pages kept; a screen shows parts of two. */
    static final int KEPT = 24;
    /** Pages waiting to be read; who scrolls fast does not want the ones in between. */
    private static final int WANTED = 3;

    private final AuditRecords records;
    private final Positions positions;
    private final Executor background;
    private final Executor screen;
    private final Consumer<Throwable> failed;
    private final Map<Integer, List<RecordRow>> pages = new LinkedHashMap<>(2 * KEPT, 0.75f, true);
    private final Deque<Integer> wanted = new ArrayDeque<>();
    private boolean reading;
    private int size;

    /** @param failed hears why a page could not be read */
    RecordList(AuditRecords records, Positions positions, Executor background, Executor screen,
            Consumer<Throwable> failed) {
        this.records = records;
        this.positions = positions;
        this.background = background;
        this.screen = screen;
        this.failed = failed;
        size = positions.size();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public RecordRow get(int index) {
        java.util.Objects.checkIndex(index, size);
        int page = index / PAGE;
        List<RecordRow> rows = pages.get(page);
        if (rows == null) {
            rows = new ArrayList<>(PAGE);
            pages.put(page, rows);
            forgetOldest();
        }
        boolean more = rows.size() <= index % PAGE;
        while (rows.size() <= index % PAGE) {
            fill(page, rows);
        }
        if (more) {
            want(page);
        }
        return rows.get(index % PAGE);
    }

    /** The row of a record, or a negative number. */
    int row(long sequence) {
        return positions.row(sequence);
    }

    /** Adds what a search has found; it stands below the rest. */
    void add(List<Long> sequences) {
        if (!sequences.isEmpty()) {
            int before = size;
            beginChange();
            positions.add(sequences);
            size = positions.size();
            nextAdd(before, size);
            endChange();
        }
    }

    /** Reads again what could not be read. */
    void retry() {
        pages.forEach((page, rows) -> {
            List<RecordRow> missing = rows.stream()
                    .filter(row -> row.content().get() instanceof RecordRow.Content.Failed).toList();
            if (!missing.isEmpty()) {
                missing.forEach(row -> row.become(new RecordRow.Content.Loading()));
                want(page);
            }
        });
    }

    /** Pages held now. */
    int held() {
        return pages.size();
    }

    private void fill(int page, List<RecordRow> rows) {
        int end = Math.min(size, (page + 1) * PAGE);
        for (int i = page * PAGE + rows.size(); i < end; i++) {
            rows.add(new RecordRow(positions.sequence(i)));
        }
    }

    private void forgetOldest() {
        if (pages.size() > KEPT) {
            pages.remove(pages.keySet().iterator().next());
        }
    }

    private void want(int page) {
        wanted.remove(page);
        wanted.push(page);
        if (wanted.size() > WANTED) {
            // its rows are made anew, and read, when they are asked for again
            pages.remove(wanted.removeLast());
        }
        readNext();
    }

    private void readNext() {
        if (reading) {
            return;
        }
        while (!wanted.isEmpty()) {
            List<RecordRow> rows = waiting(wanted.pop());
            if (!rows.isEmpty()) {
                reading = true;
                background.execute(() -> read(rows));
                return;
            }
        }
    }

    private List<RecordRow> waiting(int page) {
        return pages.getOrDefault(page, List.of()).stream()
                .filter(row -> row.content().get() instanceof RecordRow.Content.Loading).toList();
    }

    /** In the background. */
    private void read(List<RecordRow> rows) {
        try {
            List<AuditRecord> found = records.read(rows.stream().map(RecordRow::sequence).toList());
            Map<Long, AuditRecord> bySequence = found.stream()
                    .collect(Collectors.toMap(AuditRecord::sequence, Function.identity()));
            screen.execute(() -> show(rows, bySequence, Map.of()));
            List<Proof> proofs = records.proofs(found);
            Map<Long, Proof> proofOf = LongStream.range(0, found.size()).boxed().collect(Collectors.toMap(
                    i -> found.get(i.intValue()).sequence(), i -> proofs.get(i.intValue())));
            screen.execute(() -> {
                show(rows, bySequence, proofOf);
                end();
            });
        } catch (RuntimeException | Error e) {
            screen.execute(() -> {
                rows.stream().filter(row -> row.content().get() instanceof RecordRow.Content.Loading)
                        .forEach(row -> row.become(new RecordRow.Content.Failed()));
                failed.accept(e);
                end();
            });
        }
    }

    private static void show(List<RecordRow> rows, Map<Long, AuditRecord> records, Map<Long, Proof> proofs) {
        for (RecordRow row : rows) {
            AuditRecord record = records.get(row.sequence());
            row.become(record == null
                    ? new RecordRow.Content.Unreadable()
                    : new RecordRow.Content.Present(record, Optional.ofNullable(proofs.get(row.sequence()))));
        }
    }

    private void end() {
        reading = false;
        readNext();
    }
}
