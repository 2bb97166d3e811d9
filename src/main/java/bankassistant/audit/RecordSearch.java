package bankassistant.audit;

import bankassistant.audit.record.AuditQuery;
import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.search.RecordIndex;
import bankassistant.audit.store.RecordStore;
import bankassistant.audit.store.Row;
import bankassistant.audit.tree.Frontier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.LongSupplier;
import javax.crypto.SecretKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds records. The index is brought up to the log's end in the background; what it does not know yet (after an expiry it is made
 * anew) is read record by record, newest first. What the index proposes the record decides. Safe for several threads.
 */
final class RecordSearch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RecordSearch.class);

    private static final int SCANNED = 1_000;
    /** Indexed at once between two looks whether to go on: some tens of milliseconds. */
    private static final int STEP = 1_000;
    /** Who searches brings so many records into the index, and waits for no more; others are read one after the other. */
    private static final int WAITED_FOR = 5_000;

    private static final long PAUSE_NANOS = 1_000_000;

    private final RecordStore store;
    private final Function<Row, Optional<AuditRecord>> reading;
    private final Function<Row, Optional<AuditRecord>> glancing;
    private final Path folder;
    private final SecretKey key;
    private final LongSupplier size;
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().daemon().name("audit-index").priority(Thread.MIN_PRIORITY).unstarted(task));
    private final AtomicBoolean asked = new AtomicBoolean();
    private RecordIndex index;
    private boolean unusable;
    private volatile boolean closed;

    /**
     * @param reading  what a row says
     * @param glancing the same, for the index
     * @param folder   of the index
     * @param size     records in the log
     */
    RecordSearch(RecordStore store, Function<Row, Optional<AuditRecord>> reading,
            Function<Row, Optional<AuditRecord>> glancing, Path folder, SecretKey key,
            LongSupplier size) {
        this.store = store;
        this.reading = reading;
        this.glancing = glancing;
        this.folder = folder;
        this.key = key;
        this.size = size;
    }

    /** Some of the records that are asked for before one, newest first; none if there are no more. */
    List<AuditRecord> some(AuditQuery query, long before, int most) {
        if (query.equals(AuditQuery.ALL)) {
            return records(store.descending(before, most));
        }
        Optional<Known> known = Optional.empty();
        try {
            known = known();
            long from = known.map(Known::records).orElse(0L);
            List<AuditRecord> newer = before > from ? scanned(query, before, from, most) : List.of();
            return newer.isEmpty() && known.isPresent()
                    ? indexed(known.get().index(), query, Math.min(before, from), most)
                    : newer;
        } catch (AuditException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            LOG.warn("The index of the audit log can't be used ({}); its records are read one after the other",
                    e.getClass().getSimpleName());
            discard(known.map(Known::index));
            return scanned(query, before, 0, most);
        }
    }

    /** @param records that it knows, the first ones of the log */
    private record Known(RecordIndex index, long records) {}

    private List<AuditRecord> records(List<Row> rows) {
        return rows.stream().flatMap(row -> reading.apply(row).stream()).toList();
    }

    /** The index, brought to the log's end if that is near; empty if it can't be used. */
    private Optional<Known> known() throws IOException {
        synchronized (this) {
            if (unusable || closed) {
                return Optional.empty();
            }
            long behind = size.getAsLong() - index().size();
            boolean more = behind > 0;
            while (more && behind <= WAITED_FOR) {
                more = step(index());
                behind = size.getAsLong() - index().size();
            }
            if (more) {
                catchUp();
            }
            return Optional.of(new Known(index(), index().size()));
        }
    }

    private List<AuditRecord> indexed(RecordIndex ready, AuditQuery query, long before, int most) throws IOException {
        long from = before;
        while (true) {
            List<Long> sequences = ready.find(query, from, most);
            List<AuditRecord> found = records(store.rows(sequences)).stream().filter(query::matches).toList();
            if (!found.isEmpty() || sequences.isEmpty()) {
                return found;
            }
            from = sequences.getLast();
        }
    }

    /** @param from no records before this one */
    private List<AuditRecord> scanned(AuditQuery query, long before, long from, int most) {
        List<AuditRecord> found = new ArrayList<>();
        List<Row> rows = store.descending(before, SCANNED);
        while (!rows.isEmpty() && rows.getFirst().sequence() >= from && found.size() < most) {
            records(rows).stream().filter(record -> record.sequence() >= from).filter(query::matches)
                    .forEach(found::add);
            rows = store.descending(rows.getLast().sequence(), SCANNED);
        }
        return found;
    }

    /** Whether the index is at the log's end, or so near that a search brings it there. */
    boolean isReady() {
        try {
            synchronized (this) {
                return !unusable && size.getAsLong() - index().size() <= WAITED_FOR;
            }
        } catch (IOException e) {
            return false;
        }
    }

    /** Has the index brought up to the log's end in the background. */
    void catchUp() {
        if (asked.compareAndSet(false, true)) {
            try {
                background.execute(this::work);
            } catch (RejectedExecutionException e) {
                // closed meanwhile
            }
        }
    }

    private void work() {
        asked.set(false);
        try {
            while (!closed && goOn()) {
                // who searches has a turn
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (IOException | RuntimeException e) {
            if (!closed) {
                LOG.warn("The index of the audit log could not be made ({}); the next search tries again",
                        e.getClass().getSimpleName());
            }
        }
    }

    private synchronized boolean goOn() throws IOException {
        return !closed && !unusable && step(index());
    }

    /** @return whether there is more to add */
    private boolean step(RecordIndex into) throws IOException {
        RecordStore.Batch rows = store.batch(into.size(), STEP);
        return !rows.isEmpty() && into.add(rows.map(glancing)) < size.getAsLong();
    }

    private RecordIndex index() throws IOException {
        if (index == null) {
            index = new RecordIndex(folder, key, count -> Frontier.of(count, store::node).root().hex(),
                    size.getAsLong());
        }
        return index;
    }

    /** The next opening of the log makes it anew. One that was deleted meanwhile is made anew already. */
    private synchronized void discard(Optional<RecordIndex> failed) {
        if (failed.isEmpty() || failed.get() == index) {
            unusable = true;
            forget();
        }
    }

    /** Deletes it and has contents erased; then it can be made anew, and says nothing of them. */
    synchronized void forgetAnd(Runnable erase) {
        forget();
        erase.run();
        catchUp();
    }

    private void forget() {
        try {
            index().discard();
        } catch (IOException | RuntimeException e) {
            LOG.warn("The index of the audit log could not be deleted ({})", e.getClass().getSimpleName());
        } finally {
            index = null;
        }
    }

    @Override
    public void close() {
        closed = true;
        background.shutdown();
        try {
            background.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            try {
                if (index != null) {
                    index.close();
                }
            } catch (IOException | RuntimeException e) {
                LOG.warn("The index of the audit log was not closed ({}); it is made anew",
                        e.getClass().getSimpleName());
            }
        }
    }
}
