package bankassistant.identity;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * A random key on paper, from which the store's keys can be had again. Written in eight groups of five characters of Crockford's
 * Base32, which has no characters that look alike: 160 bits, then a checksum of 40 bits. Wiped when closed.
 */
public final class RecoveryKey implements AutoCloseable {

    private static final int SECRET = 20;
    private static final int CHECK = 5;
    private static final int GROUP = 5;

    private final byte[] secret;

    private RecoveryKey(byte[] secret) {
        this.secret = secret;
    }

    public static RecoveryKey random(SecureRandom random) {
        byte[] secret = new byte[SECRET];
        random.nextBytes(secret);
        return new RecoveryKey(secret);
    }

    /**
     * Reads a key as a person typed it: spaces, dashes and case do not matter, O is read as 0, I and L as 1.
     *
     * @throws IdentityException if it is not complete or has a mistake
     */
    public static RecoveryKey parse(char[] typed) {
        byte[] bytes = new byte[SECRET + CHECK];
        try {
            if (!Base32.decode(typed, bytes)) {
                throw new IdentityException("The recovery key has 40 letters and digits, in groups of five.");
            }
            byte[] secret = Arrays.copyOf(bytes, SECRET);
            if (!MessageDigest.isEqual(check(secret), Arrays.copyOfRange(bytes, SECRET, bytes.length))) {
                Arrays.fill(secret, (byte) 0);
                throw new IdentityException("The recovery key has a mistake. Compare it with what was printed.");
            }
            return new RecoveryKey(secret);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** As it is printed. The caller wipes it. */
    public char[] text() {
        byte[] bytes = Arrays.copyOf(secret, SECRET + CHECK);
        System.arraycopy(check(secret), 0, bytes, SECRET, CHECK);
        char[] text = Base32.encode(bytes, GROUP);
        Arrays.fill(bytes, (byte) 0);
        return text;
    }

    /** The key that what is recovered is wrapped with. The caller wipes it. */
    byte[] wrappingKey() {
        return KeyWrap.derive(secret, "banking-assistant/recovery/1");
    }

    private static byte[] check(byte[] secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("banking-assistant/recovery/check/1".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            return Arrays.copyOf(digest.digest(secret), CHECK);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void close() {
        Arrays.fill(secret, (byte) 0);
    }

    @Override
    public String toString() {
        return "recovery key";
    }
}
