package bankassistant.identity;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A small file that is read and replaced as a whole, by one process at a time. It is on the disk before writing returns; who is
 * interrupted leaves the file as it was or as it should be.
 */
final class LockedFile {

    private final Path file;
    private final Path lock;

    LockedFile(Path file) {
        this.file = file;
        this.lock = file.resolveSibling("." + file.getFileName() + ".lock");
    }

    /** What stands in it; nothing if there is none. */
    Optional<byte[]> read() throws IOException {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Does something while nobody else does anything with this file by way of this method. */
    synchronized <T> T alone(Task<T> task) throws IOException {
        Files.createDirectories(file.getParent());
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            return task.run();
        }
    }

    /** Replaces it. To be called in {@link #alone}. */
    void write(byte[] bytes) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("this file system can't replace a file at once", e);
        }
        forceFolder();
    }

    /** On Linux and macOS a renaming lasts once the folder is on the disk too; Windows can't open a folder. */
    private void forceFolder() {
        try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // the file itself is on the disk, under the old name at worst
        }
    }

    /** What is done alone. */
    @FunctionalInterface
    interface Task<T> {

        T run() throws IOException;
    }
}
