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
            "CREATE ALIAS more FOR 'java.lang.System.exit'", "UPDATE content_key SET secret = NULL",
            "DELETE FROM content_key"})
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
    @ValueSource(strings = {"SELECT * FROM record", "DELETE FROM record", "UPDATE record SET content = X''",
            "INSERT INTO record SELECT * FROM record", "DELETE FROM content_key", "SELECT * FROM signing_key",
            "INSERT INTO content_key VALUES (9, 1, NULL, X'00')", "UPDATE content_key SET secret = X'00'",
            "UPDATE content_key SET secret = NULL, period = 1", "UPDATE content_key SET id = 9, secret = NULL",
            "DROP TRIGGER content_key_is_erased_only", "DELETE FROM checkpoint", "SCRIPT"})
    void the_eraser_may_take_keys_away_and_nothing_else(String sql) {
        try (RecordStore store = open("file:")) {
            store.insert(List.of(row(0)));
            assertThatThrownBy(() -> runAsEraser(sql)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void a_key_that_was_taken_away_never_comes_back() throws SQLException {
        try (RecordStore store = open("file:")) {
            store.insert(List.of(row(0)));
            runAsEraser("UPDATE content_key SET secret = NULL");
            assertThatThrownBy(() -> runAsEraser("UPDATE content_key SET secret = X'00'"))
                    .hasStackTraceContaining("only erased");
        }
        try (RecordStore store = open("file:")) {
            assertThat(store.row(0).orElseThrow().isErased()).isTrue();
            store.insert(List.of(row(1)));
            assertThat(store.row(1).orElseThrow().content()).as("another key for the same month").isPresent();
        }
    }

    private void runAsEraser(String sql) throws SQLException {
        try (Connection eraser = new Database(folder.resolve(RecordStore.NAME), Logs.key(1), "file:").eraser();
                Statement statement = eraser.createStatement()) {
            statement.execute(sql);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE record SET leaf = leaf", "DELETE FROM record", "DELETE FROM checkpoint",
            "UPDATE signing_key SET public_key = ''", "DELETE FROM content_key",
            "UPDATE content_key SET secret = X'00'"})
    void triggers_refuse_changes_by_the_owner(String sql) {
        try (RecordStore store = open("file:")) {
            store.insert(List.of(row(0)));
            store.insertCheckpoint(1, "note", false);
            assertThatThrownBy(() -> {
                try (Connection owner = new Database(folder.resolve(RecordStore.NAME), Logs.key(1), "file:").owner();
                        Statement statement = owner.createStatement()) {
                    statement.execute(sql);
                }
            }).hasStackTraceContaining(sql.contains("content_key") ? "only erased" : "never changed");
        }
    }

    @Test
    void a_full_disk_fails_the_append_and_what_was_acknowledged_stays() {
        FullDisk.of(800_000);
        RecordStore full = open(FullDisk.SCHEME);
        assertThatExceptionOfType(AuditException.class).isThrownBy(() -> {
            while (true) {
                full.insert(List.of(row(appended)));
                appended++;
            }
        }).withMessageContaining("Is the disk full");
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
        return new Row(sequence, Hash.ofLeaf(content), List.of(), 24323, content);
    }
}
