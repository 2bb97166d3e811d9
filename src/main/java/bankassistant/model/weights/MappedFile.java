package bankassistant.model.weights;

import bankassistant.model.ModelFileException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/**
 * A file mapped read-only. Every access is checked against its size; any thread may read it until it is closed. What is
 * large is read and not mapped: pages touched would count in the process's memory as long as the file is open.
 */
final class MappedFile implements AutoCloseable {

    private static final int LARGE = 1 << 16;

    private final Path path;
    private final Arena arena;
    private final MemorySegment segment;
    private final FileChannel channel;

    private MappedFile(Path path, Arena arena, MemorySegment segment, FileChannel channel) {
        this.path = path;
        this.arena = arena;
        this.segment = segment;
        this.channel = channel;
    }

    static MappedFile open(Path path) throws ModelFileException {
        if (!Files.isRegularFile(path)) {
            throw new ModelFileException(path, "", "there is no such file");
        }
        Arena arena = Arena.ofShared();
        FileChannel channel = null;
        try {
            channel = FileChannel.open(path, StandardOpenOption.READ);
            MemorySegment all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            return new MappedFile(path, arena, all, channel);
        } catch (IOException e) {
            arena.close();
            close(channel);
            throw new ModelFileException(path, "", "can't be read: " + e.getMessage(), e);
        }
    }

    Path path() {
        return path;
    }

    long size() {
        return segment.byteSize();
    }

    /** A copy of bytes; {@code where} names the tensor or field in the error when they don't lie in the file. */
    byte[] bytes(long offset, long length, String where) throws ModelFileException {
        if (offset < 0 || length < 0 || length > size() - offset) {
            throw new ModelFileException(path, where, "the file is cut off: %,d bytes at %,d wanted, it has %,d"
                    .formatted(length, offset, size()));
        }
        if (length > Integer.MAX_VALUE - 8) {
            throw new ModelFileException(path, where, "%,d bytes are more than can be read at once".formatted(length));
        }
        byte[] copy = new byte[(int) length];
        copyTo(copy, offset, (int) length, where);
        return copy;
    }

    private void copyTo(byte[] target, long offset, int length, String where) throws ModelFileException {
        try {
            if (length < LARGE) {
                MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, offset, target, 0, length);
            } else {
                read(ByteBuffer.wrap(target, 0, length), offset, where);
            }
        } catch (InternalError e) {
            // the page is gone: another process cut the file while it was mapped
            throw new ModelFileException(path, where, "the file changed while it was read", e);
        }
    }

    private void read(ByteBuffer target, long offset, String where) throws ModelFileException {
        long at = offset;
        // the channel keeps a native buffer of the size of the largest read
        for (int end = target.limit(); target.position() < end;) {
            target.limit(Math.min(end, target.position() + LARGE));
            try {
                int count = channel.read(target, at);
                if (count < 0) {
                    throw new ModelFileException(path, where, "the file changed while it was read");
                }
                at += count;
            } catch (ModelFileException e) {
                throw e;
            } catch (IOException e) {
                throw new ModelFileException(path, where, "can't be read: " + e.getMessage(), e);
            }
        }
    }

    /** Adds the whole file to a digest. Read, not mapped: pages touched would count in the process's memory. */
    void digest(MessageDigest digest) throws ModelFileException {
        byte[] block = new byte[1 << 20];
        try (InputStream in = Files.newInputStream(path)) {
            for (int length = in.read(block); length >= 0; length = in.read(block)) {
                digest.update(block, 0, length);
            }
        } catch (IOException e) {
            throw new ModelFileException(path, "", "can't be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
        close(channel);
    }

    private static void close(FileChannel channel) {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            // it was only read: nothing is lost
        }
    }
}
