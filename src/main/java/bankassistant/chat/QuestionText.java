package bankassistant.chat;

import java.util.regex.Pattern;

/**
 * A question as typed, made fit for reading: what can't be seen is taken out, what is no text is refused.
 *
 * <p>A terminal's escape sequences (ECMA-48) go as a whole. Control characters become spaces, zero-width and direction characters go (they would hide a card number from the
 * masker), half a surrogate pair becomes U+FFFD.
 */
public final class QuestionText {

    /** Characters (code points) that a question may have. */
    static final int LONGEST = 4_000;

    private static final int REPLACEMENT = 0xFFFD;
    /** Control sequences, control strings up to their end, and sequences of two or more characters that choose a character set. */
    private static final Pattern ESCAPE = Pattern.compile("(?:\u001B\\[|\u009B)[0-?]*[ -/]*[@-~]"
            + "|(?:\u001B[\\]PX^_]|[\u009D\u0090\u0098\u009E\u009F])[^\u0007\u001B\u009C]*(?:\u0007|\u001B\\\\|\u009C)"
            + "|\u001B[ -/]+[0-~]");

    private QuestionText() {}

    /**
     * The text to go on with.
     *
     * @throws QuestionException if it is empty, too long or not a text; its message is for the person
     */
    public static String of(String entered) {
        String typed = ESCAPE.matcher(entered).replaceAll("");
        StringBuilder clean = new StringBuilder(typed.length());
        int unreadable = 0;
        int letters = 0;
        for (int i = 0; i < typed.length(); i += Character.charCount(typed.codePointAt(i))) {
            int c = typed.codePointAt(i);
            int kept = cleaned(c);
            if (kept >= 0) {
                clean.appendCodePoint(kept);
            }
            unreadable += kept == REPLACEMENT || c != kept && kept == ' ' && !Character.isWhitespace(c) ? 1 : 0;
            letters += Character.isLetterOrDigit(c) ? 1 : 0;
        }
        int length = clean.codePointCount(0, clean.length());
        if (unreadable > 0 && letters <= unreadable) {
            throw new QuestionException("This is not a text that can be read. Type a question in words.");
        }
        if (clean.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))) {
            throw new QuestionException("Type a question first.");
        }
        if (length > LONGEST) {
            throw new QuestionException("The question has %,d characters; at most %,d can be read. Shorten it."
                    .formatted(length, LONGEST));
        }
        return clean.toString();
    }

    /** What stands for a character; -1 for nothing. */
    private static int cleaned(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\n' || c == '\t' ? c : ' ';
            case Character.FORMAT -> -1;
            case Character.SURROGATE, Character.UNASSIGNED -> REPLACEMENT;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> '\n';
            default -> c;
        };
    }
}
