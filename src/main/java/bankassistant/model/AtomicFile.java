package bankassistant.model;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file that is either the old one or wholly the new one, whatever happens meanwhile: the bytes go beside it,
 * reach the disk, and are renamed.
 */
public final class AtomicFile {

    /** What the name of a file that is being written ends with. A killed process leaves it behind; it means nothing. */
    public static final String PARTIAL = ".partial";

    private static final int BUFFER_BYTES = 1 << 20;

    private AtomicFile() {}

    /** Writes what a file is to hold. */
    @FunctionalInterface
    public interface Content {

        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file in a folder that is there.
     *
     * @throws IOException if it can't be written; the file is then what it was before
     */
    public static void write(Path file, Content content) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + PARTIAL);
        try {
            writeToDisk(partial, content);
            move(partial, file);
        } catch (IOException | RuntimeException e) {
            discard(partial, e);
            throw e;
        }
    }

    private static void writeToDisk(Path partial, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    private static void move(Path partial, Path file) throws IOException {
        try {
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void discard(Path partial, Exception reason) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }
}
