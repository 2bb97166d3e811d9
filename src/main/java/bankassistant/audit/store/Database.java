package bankassistant.audit.store;

import bankassistant.audit.AuditException;
import bankassistant.audit.AuditException.Problem;
import bankassistant.identity.FileKey;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.h2.Driver;
import org.h2.api.ErrorCode;
import org.h2.store.fs.FilePath;

/**
 * Connections to one encrypted H2 database. {@code WRITE_DELAY=0} stands in the address, since it does not outlive a
 * reopening; traces are off, since they hold values; {@code AUTO_SERVER} stays off, since it opens a port. Its file
 * changes by a {@link JournaledDisk journal}: what the database itself finds of a file whose writing was interrupted may be an older state.
 */
final class Database implements AutoCloseable {

    /** Behind the name of a database's file. */
    static final String SUFFIX = ".mv.db";
    static final String OWNER = "OWNER";
    static final String WRITER = "WRITER";
    /** May take keys out of their rows, and nothing else. */
    static final String ERASER = "ERASER";

    /** The owner's connection opens the database with them; the writer's finds it open. */
    private static final String SETTINGS = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;"
            + "TRACE_LEVEL_SYSTEM_OUT=0;COMPRESS=TRUE;CACHE_SIZE=16384";

    /** Classes of SQL states that our own statements never bring about: what they name is not as we made it. */
    private static final String NO_SUCH_DATA = "22";
    private static final String NO_SUCH_OBJECT = "42";

    private final Path name;
    private final FileKey key;
    private final String scheme;

    /**
     * @param name of the file, without {@link #SUFFIX}
     * @param scheme of the file system below the journal, such as {@code file:}
     */
    Database(Path name, FileKey key, String scheme) {
        this.name = name.toAbsolutePath();
        // the caller wipes its own when the store is open; the database holds one as well, as long
        byte[] bytes = key.bytes();
        this.key = FileKey.of(bytes);
        Arrays.fill(bytes, (byte) 0);
        this.scheme = scheme;
        FilePath.register(new JournaledDisk());
        if (this.name.toString().contains(";")) {
            throw new AuditException(Problem.FAILED, "The audit log can't be kept in " + this.name.getParent()
                    + ": the name holds a semicolon.");
        }
    }

    boolean exists() {
        return Files.exists(name.resolveSibling(name.getFileName() + SUFFIX));
    }

    /** On Linux and macOS a new file lasts once the folder is on the disk too; Windows can't open a folder. */
    void forceFolder() {
        try (FileChannel folder = FileChannel.open(name.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // what the file holds is on the disk
        }
    }

    /** Makes the database where it is missing. */
    Connection owner() throws SQLException {
        return connect(OWNER, SETTINGS + (exists() ? ";IFEXISTS=TRUE" : ""));
    }

    Connection writer() throws SQLException {
        return connect(WRITER, ";IFEXISTS=TRUE");
    }

    Connection eraser() throws SQLException {
        return connect(ERASER, ";IFEXISTS=TRUE");
    }

    private Connection connect(String user, String settings) throws SQLException {
        char[] file = key.hex();
        char[] own = password(user);
        char[] both = Arrays.copyOf(file, file.length + 1 + own.length);
        both[file.length] = ' ';
        System.arraycopy(own, 0, both, file.length + 1, own.length);
        try {
            Properties properties = new Properties();
            properties.put("user", user);
            properties.put("password", both);
            return new Driver().connect("jdbc:h2:" + JournaledDisk.SCHEME + scheme + name + ";CIPHER=AES" + settings,
                    properties);
        } finally {
            Arrays.fill(file, '0');
            Arrays.fill(own, '0');
            Arrays.fill(both, '0');
        }
    }

    /** A database user's password: derived from the file key, so that there is one secret only. */
    char[] password(String user) {
        byte[] derived = DerivedKey.of(key, "audit store " + user);
        try {
            return HexFormat.of().formatHex(derived).toCharArray();
        } finally {
            Arrays.fill(derived, (byte) 0);
        }
    }

    /** Wipes the key. */
    @Override
    public void close() {
        key.close();
    }

    /** What a failure of the database means for the person. */
    AuditException failure(SQLException e) {
        Path folder = name.getParent();
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (isNotKept(e)) {
            return failed(folder, e);
        }
        if (state.startsWith(NO_SUCH_DATA) || state.startsWith(NO_SUCH_OBJECT)) {
            return damaged(folder, e);
        }
        return switch (e.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> inUse(folder, e);
            case ErrorCode.FILE_ENCRYPTION_ERROR_1, ErrorCode.WRONG_USER_OR_PASSWORD ->
                new AuditException(Problem.WRONG_KEY, "The audit log in " + folder + " can't be opened with this key."
                        + " It belongs to another installation, or its beginning is damaged.", e);
            case ErrorCode.FILE_CORRUPTED_1, ErrorCode.GENERAL_ERROR_1, ErrorCode.UNSUPPORTED_SETTING_COMBINATION,
                    ErrorCode.FILE_VERSION_ERROR_1, ErrorCode.HEX_STRING_ODD_1, ErrorCode.HEX_STRING_WRONG_1 ->
                damaged(folder, e);
            // a damaged length asks for more than there is
            case ErrorCode.OUT_OF_MEMORY -> new AuditException(Problem.DAMAGED, "The audit log in " + folder
                    + " asks for more memory than there is, as a damaged one does. Start the assistant again; if this comes"
                    + " again, keep the file, and restore the newest backup.", e);
            default -> failed(folder, e);
        };
    }

    /** The database takes a failure to force its file for an error of its own. */
    private static boolean isNotKept(SQLException e) {
        return Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                .anyMatch(JournaledFile.NotKept.class::isInstance);
    }

    private static AuditException failed(Path folder, SQLException e) {
        return new AuditException(Problem.FAILED,
                "The audit log in " + folder + " can't be read or written. Is the disk full, or gone?", e);
    }

    private static AuditException damaged(Path folder, SQLException e) {
        return new AuditException(Problem.DAMAGED,
                "The audit log in " + folder + " is damaged. Keep the file, and restore the newest backup.", e);
    }

    static AuditException inUse(Path folder, Exception cause) {
        return new AuditException(Problem.IN_USE, "The audit log in " + folder
                + " is in use: the assistant is open already. Close it first, or choose another folder with --data DIR.",
                cause);
    }
}
