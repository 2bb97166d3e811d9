package bankassistant.audit;

import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Records that two persons agreed to lose when they restored an older backup. Others have been written in their place since.
 *
 * @param record   that says so
 * @param time     when
 * @param first    sequence of the first one
 * @param last     of the last one that was known of
 * @param agreedBy names
 */
public record GivenUp(long record, Instant time, long first, long last, List<String> agreedBy) {

    public GivenUp {
        agreedBy = List.copyOf(agreedBy);
    }

    /** What a record says was given up; empty if nothing was. */
    static Optional<GivenUp> of(AuditRecord record) {
        return record.entry() instanceof Entry.Restored restored && restored.acceptedBy().size() == 2
                && restored.knownSize() > restored.records()
                        ? Optional.of(new GivenUp(record.sequence(), record.time(), restored.records(),
                                restored.knownSize() - 1, restored.acceptedBy()))
                        : Optional.empty();
    }

    /** How many. */
    public long records() {
        return last - first + 1;
    }
}
