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
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Rows of records and checkpoints, encrypted. What {@link #insert} was given survives the end of the process and of the
 * machine's power once it has returned: the writing connection commits, the owner's makes the disk hold it, by a journal.
 *
 * <p>Writing, reading and long readings have a thread each, so that none delays a record. Safe for several threads.
 */
public final class RecordStore implements AutoCloseable {

    /** Beginning of the names of its files. */
    public static final String NAME = "records";
    /** Belongs to the database's file beside it, and to no other; empty while the store is closed as it should be. */
    public static final String JOURNAL = NAME + Database.SUFFIX + JournaledDisk.SUFFIX;

    private static final String ROWS = "SELECT sequence, leaf, nodes, key_id, content FROM record ";

    private final Database database;
    private final StoreLock lock;
    private final StoreThread writing = new StoreThread("audit-writer");
    private final StoreThread reading = new StoreThread("audit-reader");
    private final StoreThread batching = new StoreThread("audit-batches");
    private Connection owner;
    private Connection writer;
    private Connection reader;
    /** For long readings, which delay no short one. */
    private Connection batcher;
    private PreparedStatement insertRow;
    private SigningKey signingKey;
    private volatile ContentKeys keys;
    /** For who reads; the writing thread has one of its own. */
    private final ConcurrentLinkedDeque<ContentSeal> seals = new ConcurrentLinkedDeque<>();
    private final ContentSeal writingSeal = new ContentSeal();

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
        owner = database.owner();
        for (String user : List.of(Database.WRITER, Database.ERASER)) {
            execute("CREATE USER IF NOT EXISTS " + user + " PASSWORD '" + new String(database.password(user)) + "'");
        }
        Migrations.run(owner);
        keys = new ContentKeyTable(owner).read();
        signingKey = signingKey().orElseGet(() -> keep(newKey.get()));
        execute("CHECKPOINT SYNC");
        database.forceFolder();
        writer = database.writer();
        writer.setAutoCommit(false);
        reader = database.writer();
        reader.setReadOnly(true);
        batcher = database.writer();
        batcher.setReadOnly(true);
        insertRow = writer.prepareStatement(
                "INSERT INTO record (sequence, leaf, nodes, key_id, content) VALUES (?, ?, ?, ?, ?)");
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
            ContentKeys grown = keys;
            for (Row row : rows) {
                if (grown.sealing(row.period()).isEmpty()) {
                    grown = grown
                            .with(List.of(new ContentKeyTable(writer).add(grown.nextId(), row.period())));
                }
                ContentKey key = grown.sealing(row.period()).orElseThrow();
                insertRow.setLong(1, row.sequence());
                insertRow.setBytes(2, row.leaf().bytes());
                insertRow.setBytes(3, Row.bytes(row.nodes()));
                insertRow.setInt(4, key.id());
                insertRow.setBytes(5, writingSeal.seal(key.secret().orElseThrow(), row.content().orElseThrow()));
                insertRow.addBatch();
            }
            insertRow.executeBatch();
            writer.commit();
            execute("CHECKPOINT SYNC");
            keys = grown;
            return null;
        });
    }

    /**
     * Adds a checkpoint, durably. One for as many records is kept only once.
     *
     * @param copied whether a copy lies beside the store
     */
    public void insertCheckpoint(long size, String note, boolean copied) {
        on(writing, () -> {
            try (PreparedStatement insert = writer
                    .prepareStatement("INSERT INTO checkpoint (size, note, copied) SELECT ?, ?, ? WHERE NOT EXISTS"
                            + " (SELECT 1 FROM checkpoint WHERE size = ?)")) {
                insert.setLong(1, size);
                insert.setString(2, note);
                insert.setBoolean(3, copied);
                insert.setLong(4, size);
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

    /** Rows of these sequences, in the same order; those that are not there are left out. */
    public List<Row> rows(List<Long> sequences) {
        return opened(on(reading, () -> {
            List<Row.Sealed> rows = new ArrayList<>();
            for (long sequence : sequences) {
                rows.addAll(sealed(reader, "WHERE sequence = ? LIMIT ?", sequence, 1));
            }
            return rows;
        }));
    }

    /** Rows from a sequence on, at most so many, in order. */
    public List<Row> ascending(long from, int limit) {
        return rows("WHERE sequence >= ? ORDER BY sequence LIMIT ?", from, limit);
    }

    /** Rows before a sequence, at most so many, newest first. */
    public List<Row> descending(long before, int limit) {
        return rows("WHERE sequence < ? ORDER BY sequence DESC LIMIT ?", before, limit);
    }

    /** Rows from a sequence on that a key opens, or opened until it was erased; at most so many, in order. */
    public List<Row> ascendingOf(int key, long from, int limit) {
        return rows("WHERE key_id = " + key + " AND sequence >= ? ORDER BY sequence LIMIT ?", from, limit);
    }

    /** Rows that are never erased, in order. */
    public List<Row> keptForGood() {
        return keys.all().stream().filter(key -> key.period() == Row.KEPT_FOR_GOOD)
                .flatMap(key -> ascendingOf(key.id(), 0, Integer.MAX_VALUE).stream()).toList();
    }

    private List<Row> rows(String condition, long bound, int limit) {
        return opened(sealed(condition, bound, limit));
    }

    /**
     * Rows as they stand in the database, from a sequence on, to be opened by {@link #opened} elsewhere: that takes longer than
     * reading them.
     */
    public Batch batch(long from, int limit) {
        String condition = "WHERE sequence >= ? ORDER BY sequence LIMIT ?";
        return new Batch(on(batching, () -> sealed(batcher, condition, from, limit)));
    }

    /**
     * Reads all rows there are now, on several threads. The caller closes it.
     *
     * @param work is done with each row, on any thread
     */
    public <T> Sweep<T> sweep(Function<Row, T> work) {
        return new Sweep<>(database, keys, extent().size(), work);
    }

    /** Rows that were read and not opened yet. */
    public final class Batch {

        /** Opened at once: smaller pieces would wait for each other more. */
        private static final int PIECE = 250;

        private final List<Row.Sealed> rows;

        private Batch(List<Row.Sealed> rows) {
            this.rows = rows;
        }

        public boolean isEmpty() {
            return rows.isEmpty();
        }

        /** The sequence behind the last row. */
        public long end() {
            return rows.getLast().sequence() + 1;
        }

        /** Opens all of them on all processors. @param work is done with each, on any thread */
        public <T> List<T> map(Function<Row, T> work) {
            return IntStream.range(0, (rows.size() + PIECE - 1) / PIECE).parallel()
                    .mapToObj(piece -> opened(rows.subList(piece * PIECE, Math.min(rows.size(), (piece + 1) * PIECE)))
                            .stream().map(work).toList())
                    .toList().stream().flatMap(List::stream).toList();
        }
    }

    private List<Row> opened(List<Row.Sealed> sealed) {
        ContentKeys known = keys;
        ContentSeal seal = Optional.ofNullable(seals.poll()).orElseGet(ContentSeal::new);
        try {
            return sealed.stream().map(row -> known.open(row, seal)).toList();
        } finally {
            seals.push(seal);
        }
    }

    private List<Row.Sealed> sealed(String condition, long bound, int limit) {
        return on(reading, () -> sealed(reader, condition, bound, limit));
    }

    static List<Row.Sealed> sealed(Connection connection, String condition, long bound, int limit)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ROWS + condition)) {
            select.setLong(1, bound);
            select.setInt(2, limit);
            List<Row.Sealed> rows = new ArrayList<>();
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    rows.add(new Row.Sealed(result.getLong(1), Hash.of(result.getBytes(2)),
                            Row.hashes(result.getBytes(3)), result.getInt(4), result.getBytes(5)));
                }
            }
            return rows;
        } catch (IllegalArgumentException e) {
            throw new AuditException(Problem.ALTERED, "The audit log holds what is no record.", e);
        }
    }

    /**
     * What a key opens, or opened.
     *
     * @param period months since the year 0
     * @param erased whether nothing opens it any more
     * @param rows   how many
     * @param first  least sequence; 0 without rows
     * @param last   greatest one
     */
    public record Sealing(int key, int period, boolean erased, long rows, long first, long last) {}

    /** The keys of months and of what is never erased; not those that holds keep. */
    public List<Sealing> sealings() {
        return on(reading, () -> {
            List<Sealing> found = new ArrayList<>();
            for (ContentKey key : keys.all()) {
                if (key.record().isEmpty()) {
                    found.add(sealing(key));
                }
            }
            return found;
        });
    }

    private Sealing sealing(ContentKey key) throws SQLException {
        try (PreparedStatement select = reader.prepareStatement(
                "SELECT COUNT(*), COALESCE(MIN(sequence), 0), COALESCE(MAX(sequence), 0) FROM record WHERE key_id = ?")) {
            select.setInt(1, key.id());
            try (ResultSet result = select.executeQuery()) {
                result.next();
                return new Sealing(key.id(), key.period(), key.secret().isEmpty(), result.getLong(1),
                        result.getLong(2), result.getLong(3));
            }
        }
    }

    /** Records whose contents outlived their months' keys, since holds keep them; in order. */
    public List<Long> kept() {
        return keys.all().stream().filter(key -> key.record().isPresent() && key.secret().isPresent())
                .map(key -> key.record().getAsLong()).sorted().toList();
    }

    /**
     * Erases contents by erasing their keys; for good when this returns, as far as this database is concerned.
     *
     * @param months   keys of months
     * @param except   records of them whose contents stay
     * @param released records that had been kept and are erased now
     * @throws AuditException if that failed; whether it was done shows at the next opening only
     */
    public void erase(List<Integer> months, List<Long> except, List<Long> released) {
        List<Long> kept = kept();
        List<Row.Sealed> staying = except.stream().filter(sequence -> !kept.contains(sequence))
                .flatMap(sequence -> sealed("WHERE sequence = ? LIMIT ?", sequence, 1).stream()).toList();
        on(writing, () -> {
            ContentKeys known = keys;
            ContentKeyTable added = new ContentKeyTable(writer);
            for (Row.Sealed row : staying) {
                ContentKey month = known.of(row.key()).orElseThrow();
                byte[] secret = writingSeal.recordKey(month.secret().orElseThrow(), row.content());
                known = known.with(List.of(added.add(new ContentKey(known.nextId(), month.period(),
                        OptionalLong.of(row.sequence()), Optional.of(secret)))));
            }
            writer.commit();
            List<Integer> gone = new ArrayList<>(months);
            known.all().stream()
                    .filter(key -> key.record().isPresent() && released.contains(key.record().getAsLong()))
                    .forEach(key -> gone.add(key.id()));
            try (Connection eraser = database.eraser()) {
                eraser.setAutoCommit(false);
                new ContentKeyTable(eraser).erase(gone);
                eraser.commit();
            }
            execute("CHECKPOINT SYNC");
            keys = known.without(gone);
            return null;
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

    /** At most so many of the newest checkpoints, by size. */
    public List<StoredCheckpoint> checkpoints(int most) {
        return checkpoints("ORDER BY size DESC LIMIT " + most).reversed();
    }

    /** Checkpoints of which a copy was written beside the store. */
    public long copied() {
        return on(reading, () -> {
            try (Statement statement = reader.createStatement();
                    ResultSet result = statement.executeQuery("SELECT COUNT(*) FROM checkpoint WHERE copied")) {
                result.next();
                return result.getLong(1);
            }
        });
    }

    /** The newest checkpoint, or nothing. */
    public Optional<StoredCheckpoint> lastCheckpoint() {
        return checkpoints(1).stream().findFirst();
    }

    private List<StoredCheckpoint> checkpoints(String condition) {
        return on(reading, () -> {
            try (Statement statement = reader.createStatement();
                    ResultSet result = statement
                            .executeQuery("SELECT size, note, copied FROM checkpoint " + condition)) {
                List<StoredCheckpoint> found = new ArrayList<>();
                while (result.next()) {
                    found.add(new StoredCheckpoint(result.getLong(1), result.getString(2), result.getBoolean(3)));
                }
                return found;
            }
        });
    }

    /**
     * @param note   nobody has checked it
     * @param copied whether a copy was written beside the store
     */
    public record StoredCheckpoint(long size, String note, boolean copied) {}

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
                closeAll(insertRow, batcher, reader, writer, owner);
                return null;
            });
        } finally {
            seals.forEach(ContentSeal::close);
            writingSeal.close();
            writing.close();
            reading.close();
            batching.close();
            database.close();
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
