package bankassistant.audit.export;

import bankassistant.audit.record.AuditRecord;
import java.io.IOException;

/** Takes the records of an export, in order. */
@FunctionalInterface
interface Rendition {

    void write(AuditRecord record) throws IOException;
}
