package bankassistant.audit.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What is to become of a file, in whole blocks, kept in memory until all of it is done. For one writing thread at a time. */
final class FileChange {

    /** In bytes; the database writes in blocks as long. */
    static final int BLOCK = 4_096;

    private final NavigableMap<Long, byte[]> blocks;
    private long kept;
    private long size;
    private boolean nothing = true;

    private FileChange(NavigableMap<Long, byte[]> blocks, long kept, long size) {
        this.blocks = blocks;
        this.kept = kept;
        this.size = size;
    }

    /** No change yet of a file of so many bytes. */
    static FileChange ofNothing(long size) {
        return new FileChange(new TreeMap<>(), size, size);
    }

    /**
     * @param blocks of {@value #BLOCK} bytes by their numbers in the file
     * @param kept   bytes at the file's beginning that stay where no block is changed
     * @param size   of the file afterwards, in bytes
     */
    static FileChange of(NavigableMap<Long, byte[]> blocks, long kept, long size) {
        return new FileChange(blocks, kept, size);
    }

    boolean isNothing() {
        return nothing;
    }

    NavigableMap<Long, byte[]> blocks() {
        return blocks;
    }

    long kept() {
        return kept;
    }

    long size() {
        return size;
    }

    /** @param file as it is without this change */
    void write(FileChannel file, ByteBuffer source, long position) throws IOException {
        nothing = false;
        for (long gap = size / BLOCK; gap < position / BLOCK; gap++) {
            block(file, gap, 0);
        }
        for (long at = position; source.hasRemaining();) {
            int offset = (int) (at % BLOCK);
            int length = Math.min(source.remaining(), BLOCK - offset);
            source.get(block(file, at / BLOCK, length), offset, length);
            at += length;
            size = Math.max(size, at);
        }
    }

    /** @param file as it is without this change */
    void truncate(FileChannel file, long length) throws IOException {
        if (length >= size) {
            return;
        }
        nothing = false;
        int rest = (int) (length % BLOCK);
        if (rest > 0) {
            Arrays.fill(block(file, length / BLOCK, 0), rest, BLOCK, (byte) 0);
        }
        blocks.tailMap(blocksIn(length), true).clear();
        kept = Math.min(kept, length);
        size = length;
    }

    /** A block that may be changed. @param length how much of it is about to be written */
    private byte[] block(FileChannel file, long number, int length) throws IOException {
        byte[] block = blocks.get(number);
        if (block == null) {
            block = new byte[BLOCK];
            if (length < BLOCK && number * BLOCK < size) {
                read(file, ByteBuffer.wrap(block), number * BLOCK);
            }
            blocks.put(number, block);
        }
        return block;
    }

    /** As {@link FileChannel#read(ByteBuffer, long)} of the changed file. @param file as it is without this change */
    int read(FileChannel file, ByteBuffer target, long position) throws IOException {
        if (position >= size) {
            return -1;
        }
        int before = target.remaining();
        long end = Math.min(size, position + before);
        for (long at = position; at < end;) {
            byte[] block = blocks.get(at / BLOCK);
            if (block == null) {
                at += readUnchanged(file, target, at, end);
            } else {
                int length = (int) Math.min(BLOCK - at % BLOCK, end - at);
                target.put(block, (int) (at % BLOCK), length);
                at += length;
            }
        }
        return before - target.remaining();
    }

    private long readUnchanged(FileChannel file, ByteBuffer target, long from, long end) throws IOException {
        Long next = blocks.ceilingKey(from / BLOCK);
        long to = next == null ? end : Math.min(end, next * BLOCK);
        ByteBuffer part = target.slice(target.position(), (int) (to - from));
        for (int read = 0; part.hasRemaining() && read >= 0;) {
            read = file.read(part, from + part.position());
        }
        if (part.hasRemaining()) {
            throw new IOException("the file is shorter than it was");
        }
        target.position(target.position() + part.position());
        return to - from;
    }

    /** Does it. When it is done again, over whatever was done of it and of what came after it, the file is the same. */
    void applyTo(FileChannel file) throws IOException {
        if (file.size() > kept) {
            file.truncate(kept);
        }
        for (Map.Entry<Long, byte[]> block : blocks.entrySet()) {
            long position = block.getKey() * BLOCK;
            ByteBuffer bytes = ByteBuffer.wrap(block.getValue(), 0, (int) Math.min(BLOCK, size - position));
            while (bytes.hasRemaining()) {
                file.write(bytes, position + bytes.position());
            }
        }
    }

    private static long blocksIn(long bytes) {
        return (bytes + BLOCK - 1) / BLOCK;
    }
}
