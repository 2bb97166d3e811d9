package bankassistant.ui.audit;

import bankassistant.audit.record.AuditRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private final Deque<Unproven> unproven = new ArrayDeque<>();
    private boolean reading;
    private boolean proving;
    private int size;

    private record Unproven(int page, List<RecordRow> rows, List<AuditRecord> records) {}

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
        Objects.checkIndex(index, size);
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
        while (!reading && !wanted.isEmpty()) {
            int page = wanted.pop();
            List<RecordRow> rows = waiting(page);
            if (!rows.isEmpty()) {
                reading = true;
                background.execute(() -> read(page, rows));
            }
        }
    }

    private List<RecordRow> waiting(int page) {
        return pages.getOrDefault(page, List.of()).stream()
                .filter(row -> row.content().get() instanceof RecordRow.Content.Loading).toList();
    }

    /** In the background. */
    private void read(int page, List<RecordRow> rows) {
        try {
            List<AuditRecord> found = records.read(rows.stream().map(RecordRow::sequence).toList());
            Map<Long, AuditRecord> bySequence = found.stream()
                    .collect(Collectors.toMap(AuditRecord::sequence, Function.identity()));
            screen.execute(() -> {
                show(rows, bySequence, Map.of());
                reading = false;
                unproven.push(new Unproven(page, rows, found));
                if (unproven.size() > WANTED) {
                    pages.remove(unproven.removeLast().page());
                }
                proveNext();
                readNext();
            });
        } catch (RuntimeException | Error e) {
            screen.execute(() -> {
                rows.stream().filter(row -> row.content().get() instanceof RecordRow.Content.Loading)
                        .forEach(row -> row.become(new RecordRow.Content.Failed()));
                failed.accept(e);
                reading = false;
                readNext();
            });
        }
    }

    /** Proofs take longer than records and never keep the next page waiting. */
    private void proveNext() {
        if (!proving && !unproven.isEmpty()) {
            proving = true;
            Unproven next = unproven.pop();
            background.execute(() -> prove(next));
        }
    }

    /** In the background. */
    private void prove(Unproven page) {
        Runnable news;
        try {
            List<Proof> proofs = records.proofs(page.records());
            Map<Long, AuditRecord> bySequence = new HashMap<>();
            Map<Long, Proof> proofOf = new HashMap<>();
            for (int i = 0; i < proofs.size(); i++) {
                AuditRecord record = page.records().get(i);
                bySequence.put(record.sequence(), record);
                proofOf.put(record.sequence(), proofs.get(i));
            }
            news = () -> show(page.rows(), bySequence, proofOf);
        } catch (RuntimeException | Error e) {
            news = () -> failed.accept(e);
        }
        Runnable shown = news;
        screen.execute(() -> {
            shown.run();
            proving = false;
            proveNext();
        });
    }

    private static void show(List<RecordRow> rows, Map<Long, AuditRecord> records, Map<Long, Proof> proofs) {
        for (RecordRow row : rows) {
            AuditRecord record = records.get(row.sequence());
            row.become(record == null
                    ? new RecordRow.Content.Unreadable()
                    : new RecordRow.Content.Present(record, Optional.ofNullable(proofs.get(row.sequence()))));
        }
    }
}
