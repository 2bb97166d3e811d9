package bankassistant.privacy;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Letters of other scripts that look like Latin ones, folded inside words that also hold Latin letters or digits: nobody
 * mixes scripts in a word but to hide it. Words wholly in another script stay.
 */
final class LookAlikes {

    /** Cyrillic, Greek and Armenian letters, each followed by the Latin letter it looks like (Unicode TS 39, confusables). */
    private static final String PAIRS = "\u0430a\u0410A\u0412B\u0432b\u0435e\u0415E\u0451e\u0401E\u0456i\u0406I\u0457i\u0458j\u0408J"
            + "\u043Ak\u041AK\u041CM\u043Cm\u041DH\u043Dh\u043Eo\u041EO\u0440p\u0420P\u0441c\u0421C\u0442t\u0422T\u0443y\u0423Y\u0445x"
            + "\u0425X\u0455s\u0405S\u0501d\u051Bq\u051Dw\u051CW\u04BBh\u03B1a\u0391A\u0392B\u03B5e\u0395E\u0396Z\u03B7n\u0397H\u03B9i"
            + "\u0399I\u03BAk\u039AK\u039CM\u03BDv\u039DN\u03BFo\u039FO\u03C1p\u03A1P\u03C4t\u03A4T\u03C5u\u03A5Y\u03C7x\u03A7X\u03B3y"
            + "\u0585o\u0578n\u057Du\u0570h\u0131i\u0269i\u0261g\u017Fs";
    private static final Map<Character, Character> LATIN = latin();
    private static final Pattern NUMBER_LIKE = Pattern
            .compile("(?<![^\\s-])(?=[OoIl|]{0,19}\\d)[0-9OoIl|]{3,19}(?![^\\s.,;:?!)-])");

    private LookAlikes() {}

    private static Map<Character, Character> latin() {
        Map<Character, Character> latin = new HashMap<>();
        for (int i = 0; i + 1 < PAIRS.length(); i += 2) {
            latin.put(PAIRS.charAt(i), PAIRS.charAt(i + 1));
        }
        return Map.copyOf(latin);
    }

    static ReadableText folded(ReadableText text) {
        ReadableText.Builder folded = new ReadableText.Builder(text.length());
        for (int from = 0; from < text.length();) {
            int to = from + 1;
            if (isWordCharacter(text.text().charAt(from))) {
                while (to < text.length() && isWordCharacter(text.text().charAt(to))) {
                    to++;
                }
            }
            addWord(text, from, to, folded);
            from = to;
        }
        return folded.build();
    }

    private static boolean isWordCharacter(char c) {
        return !Character.isWhitespace(c) && c != '-' && c != Recognizer.COVERED;
    }

    private static void addWord(ReadableText text, int from, int to, ReadableText.Builder folded) {
        boolean latin = text.text().substring(from, to).chars().anyMatch(c -> c < 128 && Character.isLetterOrDigit(c));
        for (int i = from; i < to; i++) {
            char c = text.text().charAt(i);
            folded.add(latin ? LATIN.getOrDefault(c, c) : c, text.start(i), text.end(i));
        }
    }

    /** A readable text with the letters O, I and l made digits in words that hold nothing else but digits: of the same length. */
    static String inNumbers(String text) {
        return NUMBER_LIKE.matcher(text).replaceAll(word -> word.group().replace('O', '0').replace('o', '0')
                .replace('I', '1').replace('l', '1').replace('|', '1'));
    }
}
