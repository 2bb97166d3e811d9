package bankassistant.model.token;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * The alphabet of byte-level BPE: each byte is written as one printable character
 * (Radford et al., "Language Models are Unsupervised Multitask Learners", {@code bytes_to_unicode}).
 */
final class ByteLevel {

    private static final int LAST = 0x143;

    private final char[] characters = new char[256];
    private final short[] bytes = new short[LAST + 1];

    ByteLevel() {
        Arrays.fill(bytes, (short) -1);
        char next = 256;
        for (int value = 0; value < 256; value++) {
            characters[value] = isPrintable(value) ? (char) value : next++;
            bytes[characters[value]] = (short) value;
        }
    }

    private static boolean isPrintable(int value) {
        return value >= '!' && value <= '~' || value >= 0xA1 && value <= 0xAC || value >= 0xAE;
    }

    char character(int value) {
        return characters[value];
    }

    /** The bytes a token of this alphabet stands for; empty if it has a character of another. */
    Optional<byte[]> bytes(String token) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(token.length());
        for (int i = 0; i < token.length(); i++) {
            char character = token.charAt(i);
            if (character > LAST || bytes[character] < 0) {
                return Optional.empty();
            }
            out.write(bytes[character]);
        }
        return Optional.of(out.toByteArray());
    }
}
