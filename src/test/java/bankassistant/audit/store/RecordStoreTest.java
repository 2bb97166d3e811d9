package bankassistant.audit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankassistant.audit.AuditException;
import bankassistant.audit.Logs;
import bankassistant.audit.note.SigningKey;
import bankassistant.audit.tree.Hash;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordStoreTest {

    @TempDir
    private Path folder;

    private long appended;

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE record SET leaf = leaf", "DELETE FROM record", "TRUNCATE TABLE record",
            "DROP TABLE record", "ALTER TABLE record ADD more INTEGER",
            "MERGE INTO record SELECT * FROM record", "SCRIPT", "CALL CSVWRITE('x.csv', 'SELECT * FROM record')",
            "SELECT * FROM signing_key", "DROP TRIGGER record_stays", "DELETE FROM checkpoint",
            "UPDATE checkpoint SET note = ''", "CREATE TABLE more (a INTEGER)", "SHUTDOWN", "SET WRITE_DELAY 500",
            "CREATE ALIAS more FOR 'java.lang.System.exit'"})
    void the_writer_may_insert_and_read_and_nothing_else(String sql) {
        try (RecordStore store = open("file:")) {
            store.insert(List.of(row(0)));
            assertThatThrownBy(() -> {
                try (Connection writer = new Database(folder.resolve(RecordStore.NAME), Logs.key(1), "file:").writer();
                        Statement statement = writer.createStatement()) {
                    statement.execute(sql);
                }
            }).isInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE record SET leaf = leaf", "DELETE FROM record", "DELETE FROM checkpoint",
            "UPDATE signing_key SET public_key = ''"})
    void triggers_refuse_changes_by_the_owner(String sql) {
        try (RecordStore store = open("file:")) {
            store.insert(List.of(row(0)));
            store.insertCheckpoint(1, "note");
            assertThatThrownBy(() -> {
                try (Connection owner = new Database(folder.resolve(RecordStore.NAME), Logs.key(1), "file:").owner();
                        Statement statement = owner.createStatement()) {
                    statement.execute(sql);
                }
            }).hasStackTraceContaining("never changed");
        }
    }

    @Test
    void a_full_disk_fails_the_append_and_what_was_acknowledged_stays() {
        FullDisk.of(400_000);
        RecordStore full = open(FullDisk.SCHEME);
        assertThatExceptionOfType(AuditException.class).isThrownBy(() -> {
            while (true) {
                full.insert(List.of(row(appended)));
                appended++;
            }
        });
        assertThat(FullDisk.refused()).isTrue();
        closeQuietly(full);
        assertThat(appended).isPositive();
        try (RecordStore store = open("file:")) {
            assertThat(store.extent().size()).isGreaterThanOrEqualTo(appended);
            assertThat(store.extent().rows()).isEqualTo(store.extent().size());
            store.insert(List.of(row(store.extent().size())));
        }
    }

    private static void closeQuietly(RecordStore store) {
        try {
            store.close();
        } catch (AuditException e) {
            // nothing can be written on a full disk
        }
    }

    @Test
    void a_store_of_a_later_version_is_refused() throws SQLException {
        open("file:").close();
        try (Connection owner = new Database(folder.resolve(RecordStore.NAME), Logs.key(1), "file:").owner();
                Statement statement = owner.createStatement()) {
            statement.execute("INSERT INTO migration VALUES (99, 'V99__later.sql')");
        }
        assertThatExceptionOfType(AuditException.class).isThrownBy(() -> open("file:"))
                .matches(e -> e.problem() == AuditException.Problem.TOO_NEW);
    }

    private RecordStore open(String scheme) {
        return RecordStore.open(folder, Logs.key(1), () -> SigningKey.random("test"), scheme);
    }

    private static Row row(long sequence) {
        byte[] content = ("row " + sequence).getBytes(StandardCharsets.UTF_8);
        return new Row(sequence, Hash.ofLeaf(content), List.of(), content);
    }
}
