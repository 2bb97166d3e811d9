package bankassistant.app;

import bankassistant.audit.AuditLog;
import bankassistant.audit.record.Entry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Records what is chosen of the audit log when it is other than what was recorded last: the administrator, who chooses, can't write
 * into the log, and whoever edits the file by hand would not.
 */
final class SettingsRecords {

    private static final String WITNESSES = "audit.witnesses";
    private static final String RETENTION = "audit.retention_months";

    private final AuditLog log;

    SettingsRecords(AuditLog log) {
        this.log = log;
    }

    void record(AuditSettings now) {
        List<Entry> changes = new ArrayList<>();
        change(WITNESSES, words(AuditSettings.USUAL.witnesses()), words(now.witnesses())).ifPresent(changes::add);
        change(RETENTION, Integer.toString(AuditSettings.USUAL.retentionMonths()),
                Integer.toString(now.retentionMonths())).ifPresent(changes::add);
        if (!changes.isEmpty()) {
            log.append(Optional.empty(), changes);
        }
    }

    private Optional<Entry> change(String setting, String usual, String now) {
        String known = log.setting(setting).orElse(usual);
        return known.equals(now) ? Optional.empty() : Optional.of(new Entry.SettingsChanged(setting, known, now));
    }

    private static String words(List<Path> folders) {
        return folders.stream().map(Path::toString).collect(Collectors.joining("\n"));
    }
}
