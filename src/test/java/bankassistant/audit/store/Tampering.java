package bankassistant.audit.store;

import bankassistant.audit.record.RecordFormat;
import bankassistant.audit.tree.Frontier;
import bankassistant.audit.tree.Hash;
import bankassistant.identity.FileKey;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What somebody could do to a store who has its key: a connection of the owner, with the triggers gone. */
public final class Tampering {

    private final Database database;
    private final RecordFormat format = new RecordFormat();

    public Tampering(Path folder, FileKey key) {
        database = new Database(folder.resolve(RecordStore.NAME), key, "file:");
    }

    public void run(String... statements) {
        try (Connection owner = database.owner(); Statement statement = owner.createStatement()) {
            for (String table : new String[]{"record", "checkpoint", "signing_key"}) {
                statement.execute("DROP TRIGGER IF EXISTS " + table + "_stays");
            }
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The content of a record with another text in place of one, and nothing else changed. */
    public void edit(long sequence, String from, String to) {
        run("UPDATE record SET content = STRINGTOUTF8(REPLACE(UTF8TOSTRING(content), '" + from + "', '" + to
                + "')) WHERE sequence = " + sequence);
    }

    /** Numbers, hashes and nodes made anew from a record on, so that the store agrees with itself but for checkpoints. */
    public void rebuild() {
        try (Connection owner = database.owner();
                Statement all = owner.createStatement();
                PreparedStatement update = owner.prepareStatement(
                        "UPDATE record SET leaf = ?, nodes = ?, content = ? WHERE sequence = ?");
                ResultSet rows = all.executeQuery("SELECT sequence, content FROM record ORDER BY sequence")) {
            Frontier tree = new Frontier();
            while (rows.next()) {
                ObjectNode json = format.tree(rows.getBytes(2)).orElseThrow();
                byte[] content = format.bytes(json.put("sequence", tree.size()));
                update.setLong(4, rows.getLong(1));
                Hash leaf = Hash.ofLeaf(content);
                update.setBytes(1, leaf.bytes());
                update.setBytes(2, Row.bytes(tree.add(leaf)));
                update.setBytes(3, content);
                update.executeUpdate();
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
