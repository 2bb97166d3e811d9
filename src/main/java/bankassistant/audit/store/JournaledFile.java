package bankassistant.audit.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.store.fs.FileBaseDefault;

/**
 * A file that changes from one {@link #force} to the next at once or not at all, whatever ends the process or the power in between. Safe for
 * several threads; reading waits for no disk.
 *
 * <p>What was written since the last one waits in memory. It is written to the journal, which the disk is made to hold, and only then to the
 * file. The disk is made to hold the file when the journal has grown; after that the journal begins anew.
 *
 * <p>File and journal are another's until the file is {@linkplain #tryLock locked}: the database does that first of all. Only then is the file
 * brought to where its journal says that it was.
 */
final class JournaledFile extends FileBaseDefault {

    /** Of the journal, in bytes. */
    private static final long LIMIT = 1 << 20;

    private final FileChannel file;
    private final Journal journal;
    /** Held by who changes something. */
    private final ReentrantLock changing = new ReentrantLock();
    /** Written under while the change or the file are not to be read. */
    private final ReentrantReadWriteLock reading = new ReentrantReadWriteLock();
    /** Null until the file is locked. */
    private FileChange change;
    private boolean failed;

    JournaledFile(FileChannel file, Journal journal) {
        this.file = file;
        this.journal = journal;
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        FileLock lock = file.tryLock(position, size, shared);
        if (lock != null) {
            bringBack();
        }
        return lock;
    }

    private void bringBack() throws IOException {
        changing.lock();
        try {
            if (change == null) {
                journal.redo(file);
                hiddenFromReaders(() -> change = FileChange.ofNothing(file.size()));
            }
        } finally {
            changing.unlock();
        }
    }

    private FileChange ofLocked() throws IOException {
        if (change == null) {
            throw new IOException("the file is not locked");
        }
        return change;
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        int length = source.remaining();
        change(() -> ofLocked().write(file, source, position));
        return length;
    }

    @Override
    protected void implTruncate(long size) throws IOException {
        change(() -> ofLocked().truncate(file, size));
    }

    private void change(Action action) throws IOException {
        changing.lock();
        try {
            hiddenFromReaders(action);
        } finally {
            changing.unlock();
        }
    }

    @Override
    public void force(boolean metadata) throws IOException {
        changing.lock();
        try {
            // after a failure the journal may end with a part, behind which nothing would be found
            if (failed) {
                throw new NotKept("an earlier change failed", null);
            }
            failed = true;
            keep();
            failed = false;
        } catch (IOException e) {
            throw new NotKept("the disk does not hold it", e);
        } finally {
            changing.unlock();
        }
    }

    private void keep() throws IOException {
        if (!ofLocked().isNothing()) {
            journal.add(change);
            hiddenFromReaders(() -> {
                change.applyTo(file);
                change = FileChange.ofNothing(file.size());
            });
        }
        if (journal.size() > LIMIT) {
            beginAnew();
        }
    }

    private void beginAnew() throws IOException {
        file.force(true);
        journal.clear();
    }

    private void hiddenFromReaders(Action action) throws IOException {
        reading.writeLock().lock();
        try {
            action.run();
        } finally {
            reading.writeLock().unlock();
        }
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        reading.readLock().lock();
        try {
            return ofLocked().read(file, target, position);
        } finally {
            reading.readLock().unlock();
        }
    }

    @Override
    public long size() throws IOException {
        reading.readLock().lock();
        try {
            return ofLocked().size();
        } finally {
            reading.readLock().unlock();
        }
    }

    @Override
    protected void implCloseChannel() throws IOException {
        changing.lock();
        try (FileChannel _ = file) {
            if (change != null && !failed) {
                keep();
                beginAnew();
            }
        } finally {
            changing.unlock();
            journal.close();
        }
    }

    /** What was written may be lost when the process ends; what was forced before is not. */
    static final class NotKept extends IOException {

        private static final long serialVersionUID = 1;

        private NotKept(String message, IOException cause) {
            super(message, cause);
        }
    }

    @FunctionalInterface
    private interface Action {

        void run() throws IOException;
    }
}
