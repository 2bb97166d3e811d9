package bankassistant.identity;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * A password as a person typed it, in Unicode's compatibility form NFKC, so that it is the same from every keyboard (NIST SP
 * 800-63B, 3.1.1.2). Wiped when closed. Where a text is not in that form already, Java makes the form as a string, which stays
 * in memory until it is collected.
 */
public final class Password implements AutoCloseable {

    private final char[] characters;
    private boolean closed;

    private Password(char[] characters) {
        this.characters = characters;
    }

    /** @param typed copied; the caller wipes it */
    public static Password of(char[] typed) {
        CharBuffer view = CharBuffer.wrap(typed);
        if (Normalizer.isNormalized(view, Normalizer.Form.NFKC)) {
            return new Password(typed.clone());
        }
        return new Password(Normalizer.normalize(view, Normalizer.Form.NFKC).toCharArray());
    }

    /** The same once more, for who needs it longer. The caller closes it. */
    public Password copy() {
        requireOpen();
        return new Password(characters.clone());
    }

    /** In code points. */
    int length() {
        requireOpen();
        return Character.codePointCount(characters, 0, characters.length);
    }

    /** The characters themselves, for reading only. */
    CharSequence view() {
        requireOpen();
        return CharBuffer.wrap(characters);
    }

    /** In UTF-8. The caller wipes it. */
    byte[] bytes() {
        requireOpen();
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(characters));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }

    boolean sameAs(Password other) {
        requireOpen();
        other.requireOpen();
        return Arrays.equals(characters, other.characters);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the password was wiped");
        }
    }

    @Override
    public void close() {
        closed = true;
        Arrays.fill(characters, '\0');
    }

    @Override
    public String toString() {
        return "password";
    }
}
