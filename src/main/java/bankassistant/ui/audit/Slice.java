package bankassistant.ui.audit;

import bankassistant.audit.record.AuditRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Some of the records that are wanted, newest first.
 *
 * @param next    what to ask for records before, for the next slice; empty at the end of the log
 * @param reached time of the oldest record that was looked at; empty if none was
 */
public record Slice(List<AuditRecord> records, OptionalLong next, Optional<Instant> reached) {

    public Slice {
        records = List.copyOf(records);
    }
}
