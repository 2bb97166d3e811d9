package bankassistant.audit.store;

import bankassistant.audit.record.RecordFormat;
import bankassistant.audit.tree.Frontier;
import bankassistant.audit.tree.Hash;
import bankassistant.identity.FileKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What somebody could do to a store who has its key: a connection of the owner, with the triggers gone. */
public final class Tampering {

    private final Database database;
    private final RecordFormat format = new RecordFormat();

    public Tampering(Path folder, FileKey key) {
        database = new Database(folder.resolve(RecordStore.NAME), key, "file:");
    }

    public void run(String... statements) {
        try (Connection owner = database.owner(); Statement statement = owner.createStatement()) {
            for (String trigger : new String[]{"record_stays", "checkpoint_stays", "signing_key_stays",
                    "content_key_is_erased_only"}) {
                statement.execute("DROP TRIGGER IF EXISTS " + trigger);
            }
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The first column of what a query finds. */
    public List<Long> numbers(String query) {
        try (Connection owner = database.owner();
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<Long> numbers = new ArrayList<>();
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
            return numbers;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The content of a record with another text in place of one, sealed again, and nothing else changed. */
    public void edit(long sequence, String from, String to) {
        run();
        contents((row, content) -> row == sequence
                ? Optional.of(new String(content, StandardCharsets.UTF_8).replace(from, to)
                        .getBytes(StandardCharsets.UTF_8))
                : Optional.empty());
    }

    /** The hash of a record made anew, and those above it not. */
    public void rehash(long sequence) {
        contents((row, content) -> {
            if (row == sequence) {
                run("UPDATE record SET leaf = X'" + Hash.ofLeaf(content).hex() + "' WHERE sequence = " + sequence);
            }
            return Optional.empty();
        });
    }

    /** Numbers, hashes and nodes made anew from a record on, so that the store agrees with itself but for checkpoints. */
    public void rebuild() {
        Frontier tree = new Frontier();
        contents((row, content) -> Optional.of(format.bytes(
                format.tree(content).orElseThrow().put("sequence", row.longValue()))));
        contents((row, content) -> {
            Hash leaf = Hash.ofLeaf(content);
            run("UPDATE record SET leaf = X'" + leaf.hex() + "', nodes = X'"
                    + HexFormat.of().formatHex(Row.bytes(tree.add(leaf))) + "' WHERE sequence = " + row);
            return Optional.empty();
        });
    }

    /** Makes the store what it was before contents had keys. */
    public void unseal() {
        run("ALTER TABLE record ALTER COLUMN key_id SET NULL");
        contents((row, content) -> {
            run("UPDATE record SET content = X'" + HexFormat.of().formatHex(content) + "' WHERE sequence = " + row);
            return Optional.empty();
        });
        run("DROP INDEX record_of_key", "ALTER TABLE record DROP COLUMN key_id", "DROP TABLE content_key",
                "DROP USER eraser", "DELETE FROM migration WHERE version > 1",
                "CREATE TRIGGER record_stays BEFORE UPDATE, DELETE ON record FOR EACH ROW"
                        + " CALL 'bankassistant.audit.store.RefuseChange'");
    }

    /** Looks at each content, and seals what comes back in its place. */
    private void contents(BiFunction<Long, byte[], Optional<byte[]>> change) {
        try (Connection owner = database.owner();
                ContentSeal seal = new ContentSeal();
                Statement all = owner.createStatement();
                PreparedStatement update = owner.prepareStatement("UPDATE record SET content = ? WHERE sequence = ?");
                ResultSet rows = all
                        .executeQuery("SELECT sequence, key_id, content FROM record ORDER BY sequence")) {
            ContentKeys keys = new ContentKeyTable(owner).read();
            while (rows.next()) {
                byte[] key = keys.of(rows.getInt(2)).orElseThrow().secret().orElseThrow();
                byte[] content = seal.open(key, rows.getBytes(3)).orElseThrow();
                Optional<byte[]> changed = change.apply(rows.getLong(1), content);
                if (changed.isPresent()) {
                    update.setBytes(1, seal.seal(key, changed.get()));
                    update.setLong(2, rows.getLong(1));
                    update.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
