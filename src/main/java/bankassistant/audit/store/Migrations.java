package bankassistant.audit.store;

import bankassistant.audit.AuditException;
import bankassistant.audit.AuditException.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Brings a database to the newest form, one numbered SQL file after the other; run by the owner. A process that ends amid one
 * begins it again, so each can be run twice.
 */
final class Migrations {

    private static final List<String> FILES = List.of("V1__records.sql", "V2__content_keys.sql",
            "V3__sealed_contents.sql", "V4__copies_of_checkpoints.sql");
    /** The first version in which contents are sealed. */
    private static final int SEALED = 3;

    private Migrations() {}

    /** @throws AuditException if the database has a form that this version does not know */
    static void run(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS migration (version INTEGER NOT NULL PRIMARY KEY,"
                    + " file VARCHAR(100) NOT NULL)");
        }
        int done = version(owner);
        if (done > FILES.size()) {
            throw new AuditException(Problem.TOO_NEW, "The audit log was written by a later version of the assistant."
                    + " Install that version or a later one.");
        }
        for (int version = done + 1; version <= FILES.size(); version++) {
            if (version == SEALED) {
                new SealingOfOldContents(owner).run();
            }
            run(owner, version, FILES.get(version - 1));
        }
    }

    private static int version(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet result = statement.executeQuery("SELECT COALESCE(MAX(version), 0) FROM migration")) {
            result.next();
            return result.getInt(1);
        }
    }

    private static void run(Connection owner, int version, String file) throws SQLException {
        try (Statement statement = owner.createStatement();
                PreparedStatement done = owner.prepareStatement("INSERT INTO migration VALUES (?, ?)")) {
            statement.execute(text(file));
            done.setInt(1, version);
            done.setString(2, file);
            done.executeUpdate();
        }
    }

    private static String text(String file) {
        try (InputStream in = Migrations.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
