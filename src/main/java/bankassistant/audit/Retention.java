package bankassistant.audit;

import bankassistant.audit.AuditException.Problem;
import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import bankassistant.audit.store.Periods;
import bankassistant.audit.store.RecordStore;
import bankassistant.audit.store.RecordStore.Sealing;
import bankassistant.audit.store.Row;
import bankassistant.identity.Permission;
import bankassistant.identity.Permissions;
import bankassistant.identity.SignedIn;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases the contents of records whose time is over, and holds that stop it. Their hashes stay, so that the log verifies as before
 * (src/docs/decisions/0025-months-are-erased-by-their-keys.md). Records of one month (UTC) are erased together, when their time is over for
 * the month's last one; records of holds, erasures, settings and
 * restored backups stay for good. Stores that a restored backup left are deleted as a whole.
 */
public final class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    /** A month of which holds keep more stays whole. */
    private static final int MOST_KEPT = 5_000;
    private static final int SCANNED = 1_000;

    private final AuditLog log;
    private final RecordStore store;

    public Retention(AuditLog log) {
        this.log = log;
        store = log.store();
    }

    /** The period that a record's content is erased with. */
    static int period(Entry entry, Instant time) {
        return switch (entry) {
            case Entry.HoldSet _,Entry.HoldLifted _,Entry.Expired _,Entry.Restored _,Entry.SettingsChanged _,Entry.OldStoreDeleted _ ->
                Row.KEPT_FOR_GOOD;
            default -> Periods.of(YearMonth.from(time.atZone(ZoneOffset.UTC)));
        };
    }

    /**
     * What would be erased now.
     *
     * @param months of retention, at least 1
     */
    public Expiry due(int months) {
        if (months < 1) {
            throw new IllegalArgumentException("kept for " + months + " months");
        }
        Instant now = log.now();
        YearMonth cut = YearMonth.from(now.atZone(ZoneOffset.UTC)).minusMonths(months);
        List<Hold> holds = holds();
        List<Entry.ExpiredMonth> due = new ArrayList<>();
        List<String> held = new ArrayList<>();
        for (Sealing sealing : store.sealings()) {
            if (sealing.period() != Row.KEPT_FOR_GOOD && !sealing.erased() && sealing.rows() > 0
                    && Periods.month(sealing.period()).isBefore(cut)) {
                String month = Periods.month(sealing.period()).toString();
                kept(sealing, holds).ifPresentOrElse(
                        kept -> due.add(new Entry.ExpiredMonth(month, sealing.key(), sealing.rows(), sealing.first(),
                                sealing.last(), kept)),
                        () -> held.add(month));
            }
        }
        List<Long> released = store.kept().stream().filter(sequence -> log.record(sequence)
                .filter(record -> holds.stream().noneMatch(hold -> hold.covers(record))).isPresent()).toList();
        Map<Boolean, List<OldStore>> over = log.oldStores().stream()
                .filter(store -> YearMonth.from(store.movedAside().atZone(ZoneOffset.UTC)).isBefore(cut))
                .collect(Collectors.partitioningBy(store -> holds.stream().anyMatch(store::mayBeCoveredBy)));
        return new Expiry(now, months, due, released, held, over.get(false), over.get(true));
    }

    /** Records of a month that holds cover; empty if they are so many that the month stays whole. */
    private Optional<List<Long>> kept(Sealing sealing, List<Hold> holds) {
        List<Long> kept = new ArrayList<>();
        if (holds.isEmpty()) {
            return Optional.of(kept);
        }
        List<Row> rows = store.ascendingOf(sealing.key(), sealing.first(), SCANNED);
        while (!rows.isEmpty()) {
            for (Row row : rows) {
                // what can't be read was altered, and is evidence
                if (log.read(row).map(record -> holds.stream().anyMatch(hold -> hold.covers(record))).orElse(true)) {
                    kept.add(row.sequence());
                }
            }
            if (kept.size() > MOST_KEPT || kept.size() == sealing.rows()) {
                return Optional.empty();
            }
            rows = store.ascendingOf(sealing.key(), rows.getLast().sequence() + 1, SCANNED);
        }
        return Optional.of(kept);
    }

    /**
     * Erases what is due. It is recorded first.
     *
     * @return what was erased
     * @throws AuditException if it can't be recorded; nothing is erased then
     */
    public Expiry expire(SignedIn who, int months) {
        Permissions.require(who, Permission.EXPIRE_RECORDS);
        synchronized (log) {
            Expiry due = due(months);
            if (!due.isEmpty()) {
                log.append(Optional.of(who), entries(due));
            }
            if (due.erases()) {
                log.erase(due.months().stream().map(Entry.ExpiredMonth::key).toList(),
                        due.months().stream().flatMap(month -> month.kept().stream()).toList(), due.released());
            }
            for (OldStore old : due.oldStores()) {
                delete(old);
            }
            return due;
        }
    }

    /** One record a month, so that none grows too long. */
    private static List<Entry> entries(Expiry due) {
        List<Entry> entries = new ArrayList<>();
        due.months().forEach(month -> entries.add(new Entry.Expired(due.retentionMonths(), List.of(month), List.of())));
        for (int from = 0; from < due.released().size(); from += MOST_KEPT) {
            entries.add(new Entry.Expired(due.retentionMonths(), List.of(),
                    due.released().subList(from, Math.min(due.released().size(), from + MOST_KEPT))));
        }
        due.oldStores().forEach(
                old -> entries.add(new Entry.OldStoreDeleted(old.name(), old.movedAside(), due.retentionMonths())));
        return entries;
    }

    private static void delete(OldStore old) {
        try {
            Files.deleteIfExists(old.file());
        } catch (IOException e) {
            throw new AuditException(Problem.FAILED, "The old store " + old.file()
                    + " can't be deleted. It is tried again when the audit log is next opened.", e);
        }
    }

    /** Does what was recorded and not done, since the process ended in between. */
    void finish() {
        finishErasures();
        List<OldStore> stores = log.oldStores();
        if (!stores.isEmpty()) {
            Set<String> recorded = forGood().map(AuditRecord::entry).filter(Entry.OldStoreDeleted.class::isInstance)
                    .map(entry -> ((Entry.OldStoreDeleted) entry).file()).collect(Collectors.toSet());
            stores.stream().filter(store -> recorded.contains(store.name())).forEach(store -> {
                try {
                    delete(store);
                } catch (AuditException e) {
                    LOG.warn("{}", e.getMessage());
                }
            });
        }
    }

    private void finishErasures() {
        List<Entry.Expired> expired = forGood().map(AuditRecord::entry).filter(Entry.Expired.class::isInstance)
                .map(Entry.Expired.class::cast).toList();
        if (expired.isEmpty()) {
            return;
        }
        Set<Integer> live = new HashSet<>(
                store.sealings().stream().filter(sealing -> !sealing.erased()).map(Sealing::key).toList());
        List<Entry.ExpiredMonth> months = expired.stream().flatMap(entry -> entry.months().stream())
                .filter(month -> live.contains(month.key())).toList();
        List<Long> kept = store.kept();
        List<Long> released = expired.stream().flatMap(entry -> entry.released().stream()).filter(kept::contains)
                .toList();
        if (!months.isEmpty() || !released.isEmpty()) {
            log.erase(months.stream().map(Entry.ExpiredMonth::key).toList(),
                    months.stream().flatMap(month -> month.kept().stream()).toList(), released);
        }
    }

    /** The holds in force, in the order they were set. */
    public List<Hold> holds() {
        Map<String, Hold> holds = new LinkedHashMap<>();
        forGood().forEach(record -> {
            switch (record.entry()) {
                case Entry.HoldSet set -> holds.put(set.hold(), Hold.of(record, set));
                case Entry.HoldLifted lifted -> holds.remove(lifted.hold());
                default -> {
                }
            }
        });
        return List.copyOf(holds.values());
    }

    /**
     * Sets a hold.
     *
     * @param reference why, such as the number of a case
     */
    public Hold hold(SignedIn who, String reference, Hold.Scope scope) {
        Permissions.require(who, Permission.HOLD_RECORDS);
        synchronized (log) {
            long before = forGood().filter(record -> record.entry() instanceof Entry.HoldSet).count();
            Entry.HoldSet terms = new Entry.HoldSet("hold-" + (before + 1), reference, scope.user(), scope.session(),
                    scope.from(), scope.to());
            long sequence = log.append(Optional.of(who), terms).sequence();
            return Hold.of(log.record(sequence).orElseThrow(), terms);
        }
    }

    /**
     * Lifts a hold.
     *
     * @return the hold; empty if none of that name is in force
     */
    public Optional<Hold> lift(SignedIn who, String name, String reference) {
        Permissions.require(who, Permission.HOLD_RECORDS);
        synchronized (log) {
            Optional<Hold> found = holds().stream().filter(hold -> hold.name().equals(name)).findAny();
            found.ifPresent(hold -> log.append(Optional.of(who), new Entry.HoldLifted(hold.name(), reference)));
            return found;
        }
    }

    /** What was erased, in order: records of {@link Entry.Expired}. */
    public List<AuditRecord> expiries() {
        return forGood().filter(record -> record.entry() instanceof Entry.Expired).toList();
    }

    /** Records that are never erased, in order. */
    Stream<AuditRecord> forGood() {
        return store.keptForGood().stream().sorted((a, b) -> Long.compare(a.sequence(), b.sequence()))
                .map(row -> log.read(row).orElseThrow(() -> new AuditException(Problem.ALTERED,
                        "Record " + row.sequence() + " of the audit log, which is kept for good, can't be read."
                                + " Nothing is erased. `assistant audit verify` tells more.")));
    }
}
