package bankassistant.audit;

import bankassistant.audit.record.AuditRecord;
import java.util.List;
import java.util.OptionalLong;

/**
 * Some of the records that were asked for, newest first.
 *
 * @param next what to ask for records before, for the next page; empty if there are no more
 */
public record Page(List<AuditRecord> records, OptionalLong next) {

    public Page {
        records = List.copyOf(records);
    }
}
