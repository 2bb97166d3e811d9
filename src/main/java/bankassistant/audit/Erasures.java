package bankassistant.audit;

import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import bankassistant.audit.store.Row;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells contents that were erased as the log says from others that are gone. It is shown every row of the log; what the records of
 * erasures say it takes beforehand, since they stand behind what they speak of. Not safe for several threads.
 */
final class Erasures {

    private final Map<Integer, Entry.ExpiredMonth> months = new HashMap<>();
    private final Map<Integer, Set<Long>> kept = new HashMap<>();
    private final Set<Long> released = new HashSet<>();
    private final Map<Integer, Long> seen = new HashMap<>();
    private long erased;

    /** @return what is wrong with it */
    Optional<Finding> know(AuditRecord record) {
        if (!(record.entry() instanceof Entry.Expired expired)) {
            return Optional.empty();
        }
        released.addAll(expired.released());
        for (Entry.ExpiredMonth month : expired.months()) {
            months.put(month.key(), month);
            kept.put(month.key(), Set.copyOf(month.kept()));
            if (month.over(expired.retentionMonths()).isAfter(record.time())) {
                return Optional.of(new Finding(Change.ERASURE, month.first(), month.last(), "Record "
                        + record.sequence() + " erased the records of " + month.month() + " before their "
                        + expired.retentionMonths() + " months were over."));
            }
        }
        return Optional.empty();
    }

    /** @return what is wrong with the row's being erased */
    Optional<Finding> row(Row row) {
        if (months.containsKey(row.key())) {
            seen.merge(row.key(), 1L, Long::sum);
        }
        if (!row.isErased()) {
            return Optional.empty();
        }
        erased++;
        Entry.ExpiredMonth month = months.get(row.key());
        boolean said = month != null && row.sequence() >= month.first() && row.sequence() <= month.last()
                && (!kept.get(row.key()).contains(row.sequence()) || released.contains(row.sequence()));
        return said
                ? Optional.empty()
                : Optional.of(Finding.at(Change.ERASURE, row.sequence(), "The content of record " + row.sequence()
                        + " was erased, and no record of an expiry says so."));
    }

    /** @return what is wrong with the numbers of rows, when all were seen */
    Optional<Finding> end() {
        return months.values().stream().filter(month -> seen.getOrDefault(month.key(), 0L) != month.records())
                .findFirst()
                .map(month -> new Finding(Change.ERASURE, month.first(), month.last(),
                        "An expiry speaks of " + month.records() + " records of " + month.month() + "; there are "
                                + seen.getOrDefault(month.key(), 0L) + "."));
    }

    /** Rows without content so far. */
    long erased() {
        return erased;
    }
}
