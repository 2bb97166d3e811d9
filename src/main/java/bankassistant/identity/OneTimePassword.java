package bankassistant.identity;

import java.security.SecureRandom;
import java.util.Arrays;

/** A random password of 100 bits that an administrator hands to a user, who replaces it at once. Wiped when closed. */
public final class OneTimePassword implements AutoCloseable {

    private static final int BYTES = 15;
    private static final int GROUP = 4;
    /** Characters of five groups: 100 bits. */
    private static final int LENGTH = 24;

    private final char[] text;

    OneTimePassword(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        char[] all = Base32.encode(bytes, GROUP);
        text = new char[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            text[i] = Character.toLowerCase(all[i]);
        }
        Arrays.fill(bytes, (byte) 0);
        Arrays.fill(all, '\0');
    }

    /** As it is handed over. The caller wipes it. */
    public char[] text() {
        return text.clone();
    }

    /** To sign in with. The caller closes it. */
    public Password password() {
        return Password.of(text);
    }

    @Override
    public void close() {
        Arrays.fill(text, '\0');
    }

    @Override
    public String toString() {
        return "one-time password";
    }
}
