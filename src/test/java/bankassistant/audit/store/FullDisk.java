package bankassistant.audit.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system of the database in front of the real one, on which only so many bytes can be written. The database makes its paths by the
 * class, so that how much is left is one number for all of them.
 */
public final class FullDisk extends FilePathWrapper {

    static final String SCHEME = "full:";

    private static final AtomicLong LEFT = new AtomicLong();
    private static final AtomicBoolean REFUSED = new AtomicBoolean();

    static void of(long bytes) {
        LEFT.set(bytes);
        REFUSED.set(false);
        FilePath.register(new FullDisk());
    }

    /** Whether a write was refused. */
    static boolean refused() {
        return REFUSED.get();
    }

    @Override
    public String getScheme() {
        return "full";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(getBase().open(mode));
    }

    private static final class Channel extends FileBaseDefault {

        private final FileChannel file;

        Channel(FileChannel file) {
            this.file = file;
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            if (LEFT.addAndGet(-source.remaining()) < 0) {
                REFUSED.set(true);
                throw new IOException("No space left on device");
            }
            return file.write(source, position);
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return file.read(target, position);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public void force(boolean metadata) throws IOException {
            file.force(metadata);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
