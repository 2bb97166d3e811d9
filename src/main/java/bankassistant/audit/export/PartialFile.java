package bankassistant.audit.export;

import bankassistant.audit.tree.Hash;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/** A file that gets its name when it is whole. Without one it is gone when this is closed. */
final class PartialFile implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Path partial;
    private final MessageDigest digest = Hash.sha256();
    private final FileChannel channel;
    private final OutputStream out;

    PartialFile(Path file) throws IOException {
        this.file = file;
        partial = file.resolveSibling(file.getFileName() + ".partial");
        channel = FileChannel.open(partial, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        out = new BufferedOutputStream(new DigestOutputStream(Channels.newOutputStream(channel), digest), BUFFER);
    }

    OutputStream out() {
        return out;
    }

    /** The SHA-256 of what was written so far. */
    Hash digest() throws IOException {
        out.flush();
        try {
            return Hash.of(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java's own SHA-256 can be copied", e);
        }
    }

    /** Brings what was written to the disk. Nothing is written any more. */
    void finish() throws IOException {
        out.flush();
        channel.force(true);
        out.close();
    }

    /**
     * Gives it its name.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is such a file, and it is not to be replaced
     */
    void name(boolean replacing) throws IOException {
        if (replacing) {
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.move(partial, file);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(partial);
    }
}
