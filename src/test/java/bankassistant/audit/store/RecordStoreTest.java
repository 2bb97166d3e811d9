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

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE record SET leaf = leaf", "DELETE FROM record", "TRUNCATE TABLE record",
            "DROP TABLE record", "ALTER TABLE record ADD more INTEGER",
            "MERGE INTO record SELECT * FROM record", "SCRIPT", "CALL CSVWRITE('x.csv', 'SELECT * FROM record')",
            "SELECT * FROM signing_key", "DROP TRIGGER record_stays", "DELETE FROM checkpoint",
            "UPDATE checkpoint SET note = ''", "CREATE TABLE more (a INTEGER)", "SHUTDOWN", "SET WRITE_DELAY 500",
            "CREATE ALIAS more FOR 'java.lang.System.exit'"})
    void the_writer_may_insert_and_read_and_nothing_else(String sql) {
        try (RecordStore store = open("")) {
            store.insert(List.of(row(0)));
            assertThatThrownBy(() -> {
                try (Connection writer = new Database(folder.resolve(RecordStore.NAME), Logs.key(1), "").writer();
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
        try (RecordStore store = open("")) {
            store.insert(List.of(row(0)));
            store.insertCheckpoint(1, "note");
            assertThatThrownBy(() -> {
                try (Connection owner = new Database(folder.resolve(RecordStore.NAME), Logs.key(1), "").owner();
                        Statement statement = owner.createStatement()) {
                    statement.execute(sql);
                }
            }).hasStackTraceContaining("never changed");
        }
    }

    /** H2 cuts the power after so many writes: each round begins with what the one before left on the disk. */
    @Test
    void power_failures_lose_no_acknowledged_row() {
        long acknowledged = 0;
        int failures = 0;
        for (int round = 0; round < 40; round++) {
            try (RecordStore store = open(";RECOVER_TEST=64")) {
                assertThat(store.extent().size()).isGreaterThanOrEqualTo(acknowledged);
                assertThat(store.extent().rows()).isEqualTo(store.extent().size());
                acknowledged = store.extent().size();
                for (int i = 0; i < 20; i++) {
                    store.insert(List.of(row(acknowledged)));
                    acknowledged++;
                }
            } catch (AuditException e) {
                failures++;
            }
        }
        try (RecordStore store = open("")) {
            assertThat(store.extent().size()).isGreaterThanOrEqualTo(acknowledged);
        }
        System.out.println(failures + " power failures");
    }

    @Test
    void a_store_of_a_later_version_is_refused() throws SQLException {
        open("").close();
        try (Connection owner = new Database(folder.resolve(RecordStore.NAME), Logs.key(1), "").owner();
                Statement statement = owner.createStatement()) {
            statement.execute("INSERT INTO migration VALUES (99, 'V99__later.sql')");
        }
        assertThatExceptionOfType(AuditException.class).isThrownBy(() -> open(""))
                .matches(e -> e.problem() == AuditException.Problem.TOO_NEW);
    }

    private RecordStore open(String settings) {
        return RecordStore.open(folder, Logs.key(1), () -> SigningKey.random("test"), settings);
    }

    private static Row row(long sequence) {
        byte[] content = ("row " + sequence).getBytes(StandardCharsets.UTF_8);
        return new Row(sequence, Hash.ofLeaf(content), List.of(), content);
    }
}
