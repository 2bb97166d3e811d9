package bankassistant.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bankassistant.audit.record.Entries;
import bankassistant.audit.record.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

    @TempDir
    private Path folder;

    @Test
    void a_backup_of_the_log_in_use_is_restored_where_the_log_was_lost() throws IOException {
        Logs logs = new Logs(folder.resolve("log"));
        Path zip = folder.resolve("b.zip");
        try (AuditLog log = logs.open()) {
            log.append(Logs.TELLER, Entries.question("kept"));
            log.append(Logs.TELLER, new Entry.Stopped());
            log.backUp(zip);
        }
        Logs elsewhere = new Logs(folder.resolve("new"));

        assertThat(restoring(elsewhere).restore(zip, Logs.TELLER.get())).isEqualTo(3);
        try (AuditLog log = elsewhere.openToRead()) {
            assertThat(log.record(1).orElseThrow().entry()).isEqualTo(Entries.question("kept"));
            assertThat(log.record(4).orElseThrow().entry()).isInstanceOf(Entry.Restored.class);
        }
        assertThat(elsewhere.verdict().verified()).isTrue();
    }

    @Test
    void a_backup_older_than_a_known_checkpoint_is_refused() throws IOException {
        Logs logs = new Logs(folder.resolve("log"));
        Path zip = folder.resolve("b.zip");
        try (AuditLog log = logs.open()) {
            log.backUp(zip);
            log.append(Logs.TELLER, Entries.question("lost if it were restored"));
        }
        Files.delete(folder.resolve("log").resolve("records.mv.db"));

        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(() -> restoring(logs).restore(zip, Logs.TELLER.get()))
                .withMessageContaining("It is not restored");
        assertThat(folder.resolve("log").resolve("records.mv.db")).doesNotExist();
    }

    @Test
    void a_backup_older_than_the_log_itself_is_refused_and_the_log_stays() throws IOException {
        Logs logs = new Logs(folder.resolve("log")).filled(5);
        Path zip = folder.resolve("b.zip");
        try (AuditLog log = logs.open()) {
            log.backUp(zip);
        }

        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(() -> restoring(logs).restore(zip, Logs.TELLER.get()));
        assertThat(logs.verdict().verified()).isTrue();
    }

    @Test
    void what_is_no_backup_is_refused() throws IOException {
        Logs logs = new Logs(folder.resolve("log"));
        Path file = Files.writeString(folder.resolve("no.zip"), "no zip");

        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(() -> restoring(logs).restore(file, Logs.TELLER.get()))
                .withMessageContaining("no backup");
    }

    private static Restoring restoring(Logs logs) {
        return new Restoring(logs.place, Logs.key(1), Logs.STATION, Clock.systemUTC());
    }
}
