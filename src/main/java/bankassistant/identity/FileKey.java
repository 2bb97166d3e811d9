package bankassistant.identity;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The random key that the audit store is encrypted with. There is one for a store; each user has it wrapped under a key of their
 * own. Wiped when closed.
 */
public final class FileKey implements AutoCloseable {

    /** Its length in bytes. */
    public static final int LENGTH = 32;

    private final byte[] bytes;
    private boolean closed;

    private FileKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A new key. */
    public static FileKey random(SecureRandom random) {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return new FileKey(bytes);
    }

    /** @param bytes copied; {@link #LENGTH} of them */
    public static FileKey of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a file key has " + LENGTH + " bytes, not " + bytes.length);
        }
        return new FileKey(bytes.clone());
    }

    /** A copy, which the caller wipes. */
    public byte[] bytes() {
        requireOpen();
        return bytes.clone();
    }

    /** In hexadecimal digits, as a database takes it for a password. The caller wipes it. */
    public char[] hex() {
        requireOpen();
        StringBuilder digits = new StringBuilder(2 * LENGTH);
        HexFormat.of().formatHex(digits, bytes);
        char[] hex = new char[digits.length()];
        digits.getChars(0, hex.length, hex, 0);
        for (int i = 0; i < hex.length; i++) {
            digits.setCharAt(i, '0');
        }
        return hex;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the key was wiped");
        }
    }

    @Override
    public void close() {
        closed = true;
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "file key";
    }
}
