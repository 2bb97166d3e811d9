package bankassistant.audit.export;

import bankassistant.audit.tree.Hash;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Lines of UTF-8, and the SHA-256 of all before the newest one. */
final class ExportLines implements Closeable {

    /** The longest line that is read, in bytes. */
    private static final int LONGEST = 8_000_000;

    private final InputStream in;
    private final MessageDigest digest = Hash.sha256();
    private byte[] newest = new byte[0];

    /** @param in buffered */
    ExportLines(InputStream in) {
        this.in = in;
    }

    /**
     * The next line, without its end; empty at the file's end, or where a line has no end, is empty or too long.
     *
     * @throws IOException if it can't be read, or is no UTF-8
     */
    Optional<String> next() throws IOException {
        digest.update(newest);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0 && next != '\n' && line.size() < LONGEST) {
            line.write(next);
            next = in.read();
        }
        if (next != '\n' || line.size() == 0) {
            newest = new byte[0];
            return Optional.empty();
        }
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line.toByteArray())).toString();
        line.write('\n');
        newest = line.toByteArray();
        return Optional.of(text);
    }

    boolean isAtEnd() throws IOException {
        return in.read() < 0;
    }

    /** Of all bytes before the newest line. To be asked once, at the end. */
    Hash before() {
        return Hash.of(digest.digest());
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
