package bankassistant.app.command;

import bankassistant.app.RefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads text of limited size, and nothing that is not UTF-8. */
final class Utf8 {

    /** Far above any question; what is longer is not kept in memory. */
    static final int MOST_BYTES = 4 << 20;

    private Utf8() {}

    /** @throws RefusedException if the stream holds too much or is not UTF-8 */
    static String all(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new RefusedException("The text on standard input is longer than 4 MB.");
        }
        return decoded(bytes).orElseThrow(() -> new RefusedException("The text on standard input is not UTF-8."));
    }

    /**
     * The next line without its end, or nothing at the end of the stream.
     *
     * @throws InvalidLineException if the line is too long or is not UTF-8; the next one can be read
     */
    static Optional<String> line(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int length = 0;
        int next = in.read();
        if (next < 0) {
            return Optional.empty();
        }
        for (; next >= 0 && next != '\n'; next = in.read()) {
            length++;
            if (length <= MOST_BYTES) {
                bytes.write(next);
            }
        }
        if (length > MOST_BYTES) {
            throw new InvalidLineException("longer than 4 MB");
        }
        return Optional.of(decoded(bytes.toByteArray()).orElseThrow(() -> new InvalidLineException("not UTF-8")));
    }

    private static Optional<String> decoded(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** A line that can't be read as text. */
    static final class InvalidLineException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        InvalidLineException(String message) {
            super(message);
        }
    }
}
