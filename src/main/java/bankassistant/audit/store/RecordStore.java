package bankassistant.audit.store;

import bankassistant.audit.AuditException;
import bankassistant.audit.AuditException.Problem;
import bankassistant.audit.note.SigningKey;
import bankassistant.audit.note.VerifyingKey;
import bankassistant.audit.tree.Hash;
import bankassistant.identity.FileKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Rows of records and checkpoints, encrypted. What {@link #insert} was given survives the end of the process and of the
 * machine's power once it has returned: the writing connection commits, the owner's makes the disk hold it.
 *
 * <p>Writing and reading have a thread each, so that a long reading delays no record. Safe for several threads.
 */
public final class RecordStore implements AutoCloseable {

    /** Beginning of the names of its files. */
    public static final String NAME = "records";

    private static final String ROWS = "SELECT sequence, leaf, nodes, content FROM record ";

    private final Database database;
    private final StoreLock lock;
    private final StoreThread writing = new StoreThread("audit-writer");
    private final StoreThread reading = new StoreThread("audit-reader");
    private Connection owner;
    private Connection writer;
    private Connection reader;
    private PreparedStatement insertRow;
    private SigningKey signingKey;

    private RecordStore(Database database, StoreLock lock) {
        this.database = database;
        this.lock = lock;
    }

    /**
     * Opens the store in a folder; makes it where there is none.
     *
     * @param newKey makes the signing key of a new store
     * @throws AuditException if it can't be opened; the message is for the person
     */
    public static RecordStore open(Path folder, FileKey key, Supplier<SigningKey> newKey) {
        return open(folder, key, newKey, "file:");
    }

    /** @param scheme of the file system, for tests of failing disks */
    static RecordStore open(Path folder, FileKey key, Supplier<SigningKey> newKey, String scheme) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new AuditException(Problem.FAILED, "The folder " + folder + " of the audit log can't be made.", e);
        }
        RecordStore store = new RecordStore(new Database(folder.resolve(NAME), key, scheme), StoreLock.of(folder));
        try {
            store.on(store.writing, () -> {
                store.connect(newKey);
                return null;
            });
            return store;
        } catch (RuntimeException | Error e) {
            store.close();
            throw e;
        }
    }

    private void connect(Supplier<SigningKey> newKey) throws SQLException {
        boolean isNew = !database.exists();
        owner = database.owner();
        if (isNew) {
            execute("CREATE USER IF NOT EXISTS " + Database.WRITER + " PASSWORD '"
                    + new String(database.password(Database.WRITER)) + "'");
        }
        Migrations.run(owner);
        signingKey = signingKey().orElseGet(() -> keep(newKey.get()));
        execute("CHECKPOINT SYNC");
        writer = database.writer();
        writer.setAutoCommit(false);
        reader = database.writer();
        reader.setReadOnly(true);
        insertRow = writer.prepareStatement("INSERT INTO record (sequence, leaf, nodes, content) VALUES (?, ?, ?, ?)");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private Optional<SigningKey> signingKey() throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet result = statement.executeQuery("SELECT private_key, public_key FROM signing_key")) {
            if (!result.next()) {
                return Optional.empty();
            }
            VerifyingKey verifying = VerifyingKey.parse(result.getString(2)).orElseThrow(RecordStore::damagedKey);
            return Optional.of(SigningKey.of(result.getBytes(1), verifying));
        } catch (IllegalArgumentException e) {
            throw damagedKey();
        }
    }

    private static AuditException damagedKey() {
        return new AuditException(Problem.ALTERED, "The key that signs the audit log's checkpoints was altered.");
    }

    private SigningKey keep(SigningKey key) {
        try (PreparedStatement insert = owner.prepareStatement("INSERT INTO signing_key VALUES (?, ?)")) {
            insert.setBytes(1, key.pkcs8());
            insert.setString(2, key.verifying().text());
            insert.executeUpdate();
            return key;
        } catch (SQLException e) {
            throw database.failure(e);
        }
    }

    /** The key that signs this store's checkpoints; its name is the store's. */
    public SigningKey key() {
        return signingKey;
    }

    /**
     * Adds rows: all of them, or none. They are on the disk when this returns.
     *
     * @throws AuditException if that failed; whether they are there shows at the next opening only
     */
    public void insert(List<Row> rows) {
        on(writing, () -> {
            for (Row row : rows) {
                insertRow.setLong(1, row.sequence());
                insertRow.setBytes(2, row.leaf().bytes());
                insertRow.setBytes(3, Row.bytes(row.nodes()));
                insertRow.setBytes(4, row.content());
                insertRow.addBatch();
            }
            insertRow.executeBatch();
            writer.commit();
            execute("CHECKPOINT SYNC");
            return null;
        });
    }

    /** Adds a checkpoint, durably. One for as many records is kept only once. */
    public void insertCheckpoint(long size, String note) {
        on(writing, () -> {
            try (PreparedStatement insert = writer
                    .prepareStatement("INSERT INTO checkpoint SELECT ?, ? WHERE NOT EXISTS"
                            + " (SELECT 1 FROM checkpoint WHERE size = ?)")) {
                insert.setLong(1, size);
                insert.setString(2, note);
                insert.setLong(3, size);
                insert.executeUpdate();
            }
            writer.commit();
            execute("CHECKPOINT SYNC");
            return null;
        });
    }

    /** How many rows there are, and one more than the greatest sequence; the same in a store without gaps. */
    public Extent extent() {
        return on(reading, () -> {
            try (Statement statement = reader.createStatement();
                    ResultSet result = statement.executeQuery(
                            "SELECT (SELECT COUNT(*) FROM record), (SELECT COALESCE(MAX(sequence), -1) FROM record)")) {
                result.next();
                return new Extent(result.getLong(1), result.getLong(2) + 1);
            }
        });
    }

    /**
     * @param rows counted
     * @param size what they would be without gaps
     */
    public record Extent(long rows, long size) {}

    public Optional<Row> row(long sequence) {
        List<Row> rows = ascending(sequence, 1);
        return rows.stream().filter(row -> row.sequence() == sequence).findAny();
    }

    /** Rows from a sequence on, at most so many, in order. */
    public List<Row> ascending(long from, int limit) {
        return rows("WHERE sequence >= ? ORDER BY sequence LIMIT ?", from, limit);
    }

    /** Rows before a sequence, at most so many, newest first. */
    public List<Row> descending(long before, int limit) {
        return rows("WHERE sequence < ? ORDER BY sequence DESC LIMIT ?", before, limit);
    }

    private List<Row> rows(String condition, long bound, int limit) {
        return on(reading, () -> {
            try (PreparedStatement select = reader.prepareStatement(ROWS + condition)) {
                select.setLong(1, bound);
                select.setInt(2, limit);
                List<Row> rows = new ArrayList<>();
                try (ResultSet result = select.executeQuery()) {
                    while (result.next()) {
                        rows.add(new Row(result.getLong(1), Hash.of(result.getBytes(2)),
                                Row.hashes(result.getBytes(3)), result.getBytes(4)));
                    }
                }
                return rows;
            } catch (IllegalArgumentException e) {
                throw new AuditException(Problem.ALTERED, "The audit log holds what is no record.", e);
            }
        });
    }

    /**
     * The hash of a whole subtree, as stored with its last record.
     *
     * @throws AuditException if it is not there
     */
    public Hash node(int level, long index) {
        long last = (index + 1 << level) - 1;
        return row(last).filter(row -> row.nodes().size() >= level).map(row -> row.node(level))
                .orElseThrow(() -> new AuditException(Problem.ALTERED,
                        "Record " + last
                                + " of the audit log is missing or was altered. `assistant audit verify` tells more."));
    }

    /** All checkpoints as they were written, by size. */
    public List<StoredCheckpoint> checkpoints() {
        return checkpoints("ORDER BY size");
    }

    /** The newest checkpoint, or nothing. */
    public Optional<StoredCheckpoint> lastCheckpoint() {
        return checkpoints("ORDER BY size DESC LIMIT 1").stream().findFirst();
    }

    private List<StoredCheckpoint> checkpoints(String condition) {
        return on(reading, () -> {
            try (Statement statement = reader.createStatement();
                    ResultSet result = statement.executeQuery("SELECT size, note FROM checkpoint " + condition)) {
                List<StoredCheckpoint> found = new ArrayList<>();
                while (result.next()) {
                    found.add(new StoredCheckpoint(result.getLong(1), result.getString(2)));
                }
                return found;
            }
        });
    }

    /** @param note nobody has checked it */
    public record StoredCheckpoint(long size, String note) {}

    /** Writes a copy of the store as it is now into a new zip file, while it is used. The copy is encrypted as the store is. */
    public void backUp(Path zip) {
        on(writing, () -> {
            try (PreparedStatement backup = owner.prepareStatement("BACKUP TO ?")) {
                backup.setString(1, zip.toAbsolutePath().toString());
                backup.execute();
            }
            return null;
        });
    }

    private <T> T on(StoreThread thread, Work<T> work) {
        try {
            return thread.call(work::run);
        } catch (SQLException e) {
            throw database.failure(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            on(writing, () -> {
                closeAll(insertRow, reader, writer, owner);
                return null;
            });
        } finally {
            writing.close();
            reading.close();
            lock.close();
        }
    }

    /** Closes each part, whatever becomes of the others: a connection left open would keep the file. */
    private static void closeAll(AutoCloseable... parts) throws Exception {
        Exception failure = null;
        for (AutoCloseable part : parts) {
            try {
                if (part != null) {
                    part.close();
                }
            } catch (SQLException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    @FunctionalInterface
    private interface Work<T> {

        T run() throws Exception;
    }
}
