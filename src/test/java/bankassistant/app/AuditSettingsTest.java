package bankassistant.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bankassistant.audit.AuditLog;
import bankassistant.audit.Logs;
import bankassistant.audit.record.AuditQuery;
import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is chosen of the audit log stands in a file, and each change of it in the log. */
class AuditSettingsTest {

    @TempDir
    private Path folder;

    @Test
    void without_a_file_the_usual_settings_hold() throws IOException {
        assertThat(new AuditSettingsFile(folder).read()).isEqualTo(new AuditSettings(List.of(), 60));
    }

    @Test
    void what_was_written_is_read() throws IOException {
        AuditSettings settings = new AuditSettings(List.of(folder.resolve("a b"), folder.resolve("c")), 84);
        new AuditSettingsFile(folder).write(settings);

        assertThat(new AuditSettingsFile(folder).read()).isEqualTo(settings);
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"witnesses\":[],\"retention_months\":0}",
            "{\"witnesses\":[],\"retention_months\":1.5}", "{\"witnesses\":[7],\"retention_months\":60}",
            "{\"witnesses\":[\"relative\"],\"retention_months\":60}", "{\"witnesses\":\"/a\",\"retention_months\":60}",
            "{\"witnesses\":[],\"retention_months\":60,\"more\":1}",
            "{\"witnesses\":[\"\\u0000\"],\"retention_months\":60}"})
    void a_file_that_is_something_else_is_refused(String text) throws IOException {
        Files.writeString(folder.resolve("audit-settings.json"), text);

        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> new AuditSettingsFile(folder).read())
                .withMessageContaining("can't be read");
    }

    @Test
    void a_change_is_recorded_once_with_what_was_before() {
        Logs logs = new Logs(folder.resolve("log"));
        AuditSettings chosen = new AuditSettings(List.of(folder.resolve("stick")), 72);
        try (AuditLog log = logs.open()) {
            new SettingsRecords(log).record(AuditSettings.USUAL);
            assertThat(changes(log)).as("the usual ones need no record").isEmpty();
            new SettingsRecords(log).record(chosen);
        }
        try (AuditLog log = logs.at(60).open()) {
            new SettingsRecords(log).record(chosen);
            assertThat(changes(log)).containsExactly(
                    new Entry.SettingsChanged("audit.retention_months", "60", "72"),
                    new Entry.SettingsChanged("audit.witnesses", "", folder.resolve("stick").toString()));
            new SettingsRecords(log).record(AuditSettings.USUAL);
            assertThat(changes(log)).hasSize(4)
                    .contains(new Entry.SettingsChanged("audit.retention_months", "72", "60"));
        }
    }

    private static List<Entry> changes(AuditLog log) {
        return log.page(AuditQuery.ALL.ofKinds(Set.of("settings_changed")), Long.MAX_VALUE, 10).records().stream()
                .map(AuditRecord::entry).toList();
    }
}
