package bankassistant.audit;

import bankassistant.audit.record.Entry;
import java.time.Instant;
import java.util.List;

/**
 * What is erased, or would be.
 *
 * @param asOf            by the workstation's clock
 * @param retentionMonths how long records are kept behind the end of their month
 * @param months          whose contents are erased, each with the records that holds keep
 * @param released        records kept for holds that are over; they are erased as well
 * @param held            months, such as 2021-10, that stay whole since holds cover too much of them
 * @param oldStores       left by restored backups, which are deleted
 * @param heldStores      those whose time is over as well and that stay, since holds may cover something in them
 */
public record Expiry(Instant asOf, int retentionMonths, List<Entry.ExpiredMonth> months, List<Long> released,
        List<String> held, List<OldStore> oldStores, List<OldStore> heldStores) {

    public Expiry {
        months = List.copyOf(months);
        released = List.copyOf(released);
        held = List.copyOf(held);
        oldStores = List.copyOf(oldStores);
        heldStores = List.copyOf(heldStores);
    }

    /** How many records lose their contents. */
    public long records() {
        return months.stream().mapToLong(month -> month.records() - month.kept().size()).sum() + released.size();
    }

    /** How many records of those months stay readable. */
    public long kept() {
        return months.stream().mapToLong(month -> month.kept().size()).sum();
    }

    /** Whether nothing is to be done. */
    public boolean isEmpty() {
        return !erases() && oldStores.isEmpty();
    }

    /** Whether records lose their contents. */
    boolean erases() {
        return !months.isEmpty() || !released.isEmpty();
    }
}
