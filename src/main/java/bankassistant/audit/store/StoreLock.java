package bankassistant.audit.store;

import bankassistant.audit.AuditException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Lets one user at a time into a store's folder. Within one process the database would let in several. */
final class StoreLock implements AutoCloseable {

    private final FileChannel channel;

    private StoreLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws AuditException if somebody holds it */
    static StoreLock of(Path folder) {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return new StoreLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            // held by this process
        } catch (IOException e) {
            close(channel);
            throw new AuditException(AuditException.Problem.FAILED,
                    "The folder " + folder + " of the audit log can't be written.", e);
        }
        close(channel);
        throw Database.inUse(folder, null);
    }

    private static void close(FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // the lock ends with the process at the latest
        }
    }

    @Override
    public void close() {
        close(channel);
    }
}
