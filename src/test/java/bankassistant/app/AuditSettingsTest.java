package bankassistant.app;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.audit.AuditLog;
import bankassistant.audit.Logs;
import bankassistant.audit.record.AuditQuery;
import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import bankassistant.identity.Role;
import bankassistant.identity.Sessions;
import bankassistant.identity.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is set stands in a file, and each change of it in the log. */
class AuditSettingsTest {

    @TempDir
    private Path folder;

    @Test
    void what_an_administrator_changed_is_recorded_by_its_own_and_not_once_more() throws IOException {
        Settings settings = new Settings(folder.resolve("identity"), InstantSource.system());
        settings.audit(Sessions.of(Role.ADMINISTRATOR), chosen -> chosen.keptFor(72));
        try (AuditLog log = new Logs(folder.resolve("log")).open()) {
            new SettingsRecords(log).record(settings);
            assertThat(changes(log)).as("it waits with the administrator's name").isEmpty();

            settings.unrecorded().forEach(change -> log.append(Optional.of(change.by()),
                    new Entry.SettingsChanged(change.setting(), change.from(), change.to())));
            settings.recorded(settings.unrecorded());
            new SettingsRecords(log).record(settings);
            assertThat(changes(log)).containsExactly(new Entry.SettingsChanged("audit.retention_months", "60", "72"));
        }
    }

    @Test
    void a_change_by_hand_is_recorded_once_with_what_was_before() throws IOException {
        Logs logs = new Logs(folder.resolve("log"));
        Path stick = folder.resolve("stick");
        try (AuditLog log = logs.open()) {
            new SettingsRecords(log).record(byHand(5, "", 60));
            assertThat(changes(log)).as("the usual ones need no record").isEmpty();
            new SettingsRecords(log).record(byHand(9, "\"" + stick + "\"", 72));
        }
        try (AuditLog log = logs.at(60).open()) {
            new SettingsRecords(log).record(byHand(9, "\"" + stick + "\"", 72));
            assertThat(changes(log)).containsExactly(new Entry.SettingsChanged("audit.retention_months", "60", "72"),
                    new Entry.SettingsChanged("audit.witnesses", "", stick.toString()),
                    new Entry.SettingsChanged("idle_lock_minutes", "5", "9"));
            new SettingsRecords(log).record(byHand(5, "", 60));
            assertThat(changes(log)).hasSize(6)
                    .contains(new Entry.SettingsChanged("audit.retention_months", "72", "60"));
        }
    }

    private Settings byHand(int minutes, String witnesses, int months) throws IOException {
        Path file = Files.createDirectories(folder.resolve("identity")).resolve("settings.json");
        Files.writeString(file,
                "{\"format\": 2, \"idle_lock_minutes\": %d, \"witnesses\": [%s], \"retention_months\": %d}"
                        .formatted(minutes, witnesses, months));
        return new Settings(file.getParent(), InstantSource.system());
    }

    private static List<Entry> changes(AuditLog log) {
        return log.page(AuditQuery.ALL.ofKinds(Set.of("settings_changed")), Long.MAX_VALUE, 10).records().stream()
                .map(AuditRecord::entry).toList();
    }
}
