package bankassistant.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The lock on a data folder: shared by those who use it, exclusive for the one who empties it. */
final class FolderLock implements AutoCloseable {

    static final String FILE = ".lock";

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits while another process empties the folder, which takes moments. */
    static FolderLock shared(Path folder) throws IOException {
        FileChannel channel = channel(folder);
        try {
            channel.lock(0, Long.MAX_VALUE, true);
        } catch (OverlappingFileLockException e) {
            // this process holds it already, which protects the folder as well
            return new FolderLock(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return new FolderLock(channel);
    }

    /** @throws RefusedException if another process uses the folder */
    static FolderLock exclusive(Path folder) throws IOException {
        FileChannel channel = channel(folder);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        if (lock == null) {
            throw new RefusedException("The assistant is open with " + folder
                    + ". Close it first, or leave out --fresh.");
        }
        return new FolderLock(channel);
    }

    private static FileChannel channel(Path folder) throws IOException {
        return FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // the lock ends with the process at the latest
        }
    }
}
