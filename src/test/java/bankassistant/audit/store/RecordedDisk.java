package bankassistant.audit.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system of the database in front of the real one that remembers all that was done to files, so that it can be told what a disk holds
 * whose power failed in between. It lies below the encryption. The database makes its paths by the class, so there is one memory for all.
 */
public final class RecordedDisk extends FilePathWrapper {

    static final String SCHEME = "recorded:";

    private static final int SECTOR = 512;
    private static final List<Act> ACTS = new ArrayList<>();

    /** What was done to the one file. */
    private sealed interface Act {

        record Write(long position, byte[] bytes) implements Act {}

        record Truncate(long size) implements Act {}

        /** Returns when all before is on the disk. */
        record Force() implements Act {}
    }

    static void begin() {
        synchronized (ACTS) {
            ACTS.clear();
        }
        FilePath.register(new RecordedDisk());
    }

    /** How much was done so far. */
    static int acts() {
        synchronized (ACTS) {
            return ACTS.size();
        }
    }

    /**
     * The file on a disk whose power failed after so many acts. What was forced is there. Of the rest each act is there, or is not; a write may
     * have ended behind any sector.
     */
    static byte[] after(int acts, Random random) {
        List<Act> done;
        synchronized (ACTS) {
            done = List.copyOf(ACTS.subList(0, acts));
        }
        int forced = acts;
        while (forced > 0 && !(done.get(forced - 1) instanceof Act.Force)) {
            forced--;
        }
        byte[] file = new byte[0];
        for (int i = 0; i < acts; i++) {
            boolean sure = i < forced;
            file = switch (done.get(i)) {
                case Act.Write(long position, byte[] bytes) -> sure || random.nextInt(3) == 0
                        ? written(file, position, bytes, bytes.length)
                        : random.nextBoolean()
                                ? file
                                : written(file, position, bytes, Math.min(bytes.length,
                                        SECTOR * random.nextInt((bytes.length + SECTOR - 1) / SECTOR + 1)));
                case Act.Truncate(long size) -> sure || random.nextBoolean()
                        ? Arrays.copyOf(file, (int) Math.min(size, file.length))
                        : file;
                case Act.Force _ -> file;
            };
        }
        return file;
    }

    private static byte[] written(byte[] file, long position, byte[] bytes, int length) {
        byte[] grown = Arrays.copyOf(file, (int) Math.max(file.length, length == 0 ? 0 : position + length));
        if (length > 0) {
            System.arraycopy(bytes, 0, grown, (int) position, length);
        }
        return grown;
    }

    private static void add(Act act) {
        synchronized (ACTS) {
            ACTS.add(act);
        }
    }

    @Override
    public String getScheme() {
        return "recorded";
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
            ByteBuffer copy = source.duplicate();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            int written = file.write(source, position);
            while (bytes.size() < written) {
                bytes.write(copy.get());
            }
            add(new Act.Write(position, bytes.toByteArray()));
            return written;
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
            add(new Act.Truncate(size));
        }

        @Override
        public void force(boolean metadata) throws IOException {
            file.force(metadata);
            add(new Act.Force());
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
