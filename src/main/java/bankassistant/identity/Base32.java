package bankassistant.identity;

/** Crockford's Base32: digits and letters without I, L, O and U. */
final class Base32 {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 5;

    private Base32() {}

    /** @param bytes a multiple of five of them
     *  @param group characters between two dashes */
    static char[] encode(byte[] bytes, int group) {
        int characters = bytes.length * Byte.SIZE / BITS;
        char[] text = new char[characters + (characters - 1) / group];
        int at = 0;
        for (int i = 0; i < characters; i++) {
            if (i > 0 && i % group == 0) {
                text[at++] = '-';
            }
            text[at++] = ALPHABET.charAt(digit(bytes, i));
        }
        return text;
    }

    private static int digit(byte[] bytes, int index) {
        int digit = 0;
        for (int bit = index * BITS; bit < (index + 1) * BITS; bit++) {
            digit = digit << 1 | bytes[bit / Byte.SIZE] >> Byte.SIZE - 1 - bit % Byte.SIZE & 1;
        }
        return digit;
    }

    /** Fills the bytes. Blanks and dashes are skipped, case does not matter.
     *  @return whether the text has exactly as many characters as the bytes need, all of them of the alphabet */
    static boolean decode(char[] text, byte[] bytes) {
        int bit = 0;
        for (char typed : text) {
            if (typed == '-' || Character.isWhitespace(typed)) {
                continue;
            }
            int digit = value(typed);
            if (digit < 0 || bit + BITS > bytes.length * Byte.SIZE) {
                return false;
            }
            for (int i = BITS - 1; i >= 0; i--, bit++) {
                bytes[bit / Byte.SIZE] |= (byte) ((digit >> i & 1) << Byte.SIZE - 1 - bit % Byte.SIZE);
            }
        }
        return bit == bytes.length * Byte.SIZE;
    }

    private static int value(char typed) {
        return switch (Character.toUpperCase(typed)) {
            case 'O' -> 0;
            case 'I', 'L' -> 1;
            default -> ALPHABET.indexOf(Character.toUpperCase(typed));
        };
    }
}
