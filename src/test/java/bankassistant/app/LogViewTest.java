package bankassistant.app;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.audit.AuditLog;
import bankassistant.audit.Logs;
import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import bankassistant.identity.Role;
import bankassistant.identity.Settings;
import bankassistant.identity.SignedIn;
import bankassistant.ui.audit.AuditRecords;
import bankassistant.ui.audit.RecordDetail;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogViewTest {

    private static final SignedIn AUDITOR = new SignedIn("otto", Role.AUDITOR, "s-2");

    @TempDir
    Path folder;

    @Test
    void records_are_read_also_where_the_policies_are_broken_or_gone() {
        try (AuditLog log = new Logs(folder.resolve("audit")).open()) {
            long asked = log.append(Logs.TELLER,
                    new Entry.Question("c", "t", "How long?", Map.of(), Optional.empty())).sequence();
            AuditRecords records = LogView.of(log, AUDITOR,
                    new Settings(folder.resolve("identity"), InstantSource.system()),
                    new Installation(folder.resolve("nowhere")));

            AuditRecord question = records.read(List.of(asked)).getFirst();
            RecordDetail detail = records.open(question);
            assertThat(detail.record()).isEqualTo(question);
            assertThat(records.choices().policies()).isEmpty();
        }
    }
}
