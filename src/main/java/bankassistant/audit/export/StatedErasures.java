package bankassistant.audit.export;

import bankassistant.audit.Change;
import bankassistant.audit.Finding;
import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the records of expiries in an export say was erased, and what is missing in it. */
final class StatedErasures {

    private final List<Entry.ExpiredMonth> months = new ArrayList<>();
    private final Set<Long> kept = new TreeSet<>();
    private final Set<Long> released = new TreeSet<>();
    private final List<Long> missing = new ArrayList<>();

    /** @return what is wrong with it */
    Optional<Finding> know(AuditRecord record) {
        if (!(record.entry() instanceof Entry.Expired expired)) {
            return Optional.empty();
        }
        released.addAll(expired.released());
        for (Entry.ExpiredMonth month : expired.months()) {
            months.add(month);
            kept.addAll(month.kept());
            if (!isOver(month, expired.retentionMonths(), record.time())) {
                return Optional.of(new Finding(Change.ERASURE, month.first(), month.last(), "Record "
                        + record.sequence() + " erased the records of " + month.month() + " before their "
                        + expired.retentionMonths() + " months were over."));
            }
        }
        return Optional.empty();
    }

    private static boolean isOver(Entry.ExpiredMonth month, int retentionMonths, Instant at) {
        try {
            return !month.over(retentionMonths).isAfter(at);
        } catch (DateTimeException | ArithmeticException e) {
            // a forged one names no month
            return false;
        }
    }

    /** A record stands there without its content. */
    void miss(long sequence) {
        missing.add(sequence);
    }

    /** Records without content, of which an expiry says that it was erased. */
    long stated() {
        return missing.stream().filter(this::covers).count();
    }

    /** Records without content that no expiry speaks of, in order. */
    List<Long> unstated() {
        return missing.stream().filter(sequence -> !covers(sequence)).toList();
    }

    private boolean covers(long sequence) {
        return months.stream().anyMatch(month -> sequence >= month.first() && sequence <= month.last())
                && (!kept.contains(sequence) || released.contains(sequence));
    }
}
