package bankassistant.audit.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system of the database in front of the real one that remembers all that was done to files, so that it can be told what a disk holds
 * whose power failed in between. It lies below the encryption and the journal. The database makes its paths by the class, so there is one memory
 * for all.
 */
public final class RecordedDisk extends FilePathWrapper {

    static final String SCHEME = "recorded:";

    private static final int SECTOR = 512;
    private static final List<Act> ACTS = new ArrayList<>();

    /** What was done to a file. */
    private sealed interface Act {

        String file();

        record Write(String file, long position, byte[] bytes) implements Act {}

        record Truncate(String file, long size) implements Act {}

        /** Returns when all that was done to this file before is on the disk. */
        record Force(String file) implements Act {}
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

    /** How often a file was made shorter so far. */
    static long truncated(String file) {
        synchronized (ACTS) {
            return ACTS.stream().filter(act -> act instanceof Act.Truncate && act.file().equals(file)).count();
        }
    }

    /**
     * The files on a disk whose power failed after so many acts, by their names. What was forced is there. Of the rest each act is there, or is
     * not; a write may have ended behind any sector.
     */
    static Map<String, byte[]> after(int acts, Random random) {
        return after(acts, Map.of(), random);
    }

    /** As {@link #after(int, Random)}. @param before what the disk held at first */
    static Map<String, byte[]> after(int acts, Map<String, byte[]> before, Random random) {
        return after(acts, before, random, Act.Force.class::isInstance);
    }

    /** The files when the process ended after so many acts: each of them is there. */
    static Map<String, byte[]> afterKill(int acts) {
        return after(acts, Map.of(), new Random(0), _ -> true);
    }

    /** @param sure acts behind which all before, on the same file, is there */
    private static Map<String, byte[]> after(int acts, Map<String, byte[]> before, Random random, Predicate<Act> sure) {
        List<Act> done;
        synchronized (ACTS) {
            done = List.copyOf(ACTS.subList(0, acts));
        }
        Map<String, Integer> kept = new HashMap<>();
        for (int i = 0; i < acts; i++) {
            if (sure.test(done.get(i))) {
                kept.put(done.get(i).file(), i);
            }
        }
        Map<String, byte[]> files = new TreeMap<>(before);
        for (int i = 0; i < acts; i++) {
            Act act = done.get(i);
            byte[] file = files.getOrDefault(act.file(), new byte[0]);
            files.put(act.file(),
                    i <= kept.getOrDefault(act.file(), -1) ? whole(file, act) : partly(file, act, random));
        }
        return files;
    }

    private static byte[] whole(byte[] file, Act act) {
        return switch (act) {
            case Act.Write(_, long position, byte[] bytes) -> written(file, position, bytes, bytes.length);
            case Act.Truncate(_, long size) -> Arrays.copyOf(file, (int) Math.min(size, file.length));
            case Act.Force _ -> file;
        };
    }

    private static byte[] partly(byte[] file, Act act, Random random) {
        if (random.nextInt(3) == 0) {
            return whole(file, act);
        }
        return act instanceof Act.Write(_, long position, byte[] bytes) && random.nextBoolean()
                ? written(file, position, bytes, Math.min(bytes.length,
                        SECTOR * random.nextInt((bytes.length + SECTOR - 1) / SECTOR + 1)))
                : file;
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
        return new Channel(getName(), getBase().open(mode));
    }

    private static final class Channel extends FileBaseDefault {

        private final String name;
        private final FileChannel file;

        Channel(String name, FileChannel file) {
            this.name = name;
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
            add(new Act.Write(name, position, bytes.toByteArray()));
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
            add(new Act.Truncate(name, size));
        }

        @Override
        public void force(boolean metadata) throws IOException {
            file.force(metadata);
            add(new Act.Force(name));
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
