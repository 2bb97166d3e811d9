package bankassistant.model.weights;

import bankassistant.model.ModelFileException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/** A file mapped read-only. Every access is checked against its size; any thread may read it until it is closed. */
final class MappedFile implements AutoCloseable {

    private final Path path;
    private final Arena arena;
    private final MemorySegment segment;

    private MappedFile(Path path, Arena arena, MemorySegment segment) {
        this.path = path;
        this.arena = arena;
        this.segment = segment;
    }

    static MappedFile open(Path path) throws ModelFileException {
        if (!Files.isRegularFile(path)) {
            throw new ModelFileException(path, "", "there is no such file");
        }
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return new MappedFile(path, arena, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena));
        } catch (IOException e) {
            arena.close();
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
            MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, offset, target, 0, length);
        } catch (InternalError e) {
            // the page is gone: another process cut the file while it was mapped
            throw new ModelFileException(path, where, "the file changed while it was read", e);
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
    }
}
