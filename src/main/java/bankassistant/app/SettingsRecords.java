package bankassistant.app;

import bankassistant.audit.AuditLog;
import bankassistant.audit.record.Entry;
import bankassistant.identity.AuditSettings;
import bankassistant.identity.IdleLock;
import bankassistant.identity.Settings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Records what is set where it is other than what was recorded last: whoever edits the file by hand would not. What an administrator set
 * in the application is recorded before, under their name.
 */
final class SettingsRecords {

    private final AuditLog log;

    SettingsRecords(AuditLog log) {
        this.log = log;
    }

    void record(Settings now) throws IOException {
        if (!now.unrecorded().isEmpty()) {
            // an administrator in another process has just changed something
            return;
        }
        AuditSettings audit = now.audit();
        List<Entry> changes = Stream.of(
                change(Settings.IDLE_LOCK, IdleLock.USUAL.toMinutes(), now.idleLock().toMinutes()),
                change(Settings.WITNESSES, Settings.words(AuditSettings.USUAL.witnesses()),
                        Settings.words(audit.witnesses())),
                change(Settings.RETENTION, AuditSettings.USUAL.retentionMonths(), audit.retentionMonths()))
                .flatMap(Optional::stream).toList();
        if (!changes.isEmpty()) {
            log.append(Optional.empty(), changes);
        }
    }

    private Optional<Entry> change(String setting, Object usual, Object now) {
        String known = log.setting(setting).orElse(usual.toString());
        return known.equals(now.toString())
                ? Optional.empty()
                : Optional.of(new Entry.SettingsChanged(setting, known, now.toString()));
    }
}
