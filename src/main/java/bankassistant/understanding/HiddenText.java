package bankassistant.understanding;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds text that is written so that a person can't read it: base64 and hexadecimal codes, letters rotated by 13, words
 * spelled backwards. Nobody asks a bank like that; whatever it says, it is not answered.
 */
final class HiddenText {

    private static final Pattern BASE64 = Pattern.compile("(?<![\\w+/-])[A-Za-z0-9+/_-]{16,}={0,2}");
    /** Of single characters: a repeated group would need a stack frame for each. */
    private static final Pattern HEX = Pattern
            .compile("(?<!\\w)(?:0x)?[0-9A-Fa-f][0-9A-Fa-f :]{21,}[0-9A-Fa-f](?!\\w)");
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}']+");
    private static final int FEWEST_WORDS = 3;
    private static final double COMMON_SHARE = 0.2;
    private static final double LETTERS_SHARE = 0.85;
    /** Words that hardly a sentence of three words or more is without. */
    private static final Set<String> COMMON = Set.of("the", "all", "is", "to", "of", "and", "you", "your", "me", "what",
            "how", "in", "for", "my", "it", "tell", "write", "ignore", "previous", "instructions", "please", "do",
            "can",
            "are", "this", "that", "with", "about", "give", "now", "not", "who", "why", "where", "when", "bank", "card",
            "money", "account", "have", "from", "on", "at", "be", "by", "an", "as", "we", "or",
            "no", "if", "so", "but", "was", "will", "i", "any", "there", "like");

    private HiddenText() {}

    /** The text without codes that hide a text; empty if it holds none. */
    static Optional<String> removedFrom(String text) {
        String without = without(text, HEX, HiddenText::hex);
        without = without(without, BASE64, HiddenText::base64);
        return without.equals(text) ? Optional.empty() : Optional.of(without);
    }

    /** Whether a sentence is English only when its letters are rotated by 13 or its words or letters read backwards. */
    static boolean isDisguised(String sentence) {
        return common(words(sentence)) == 0
                && (isEnglish(words(rotated(sentence))) || isEnglish(words(reversed(sentence))));
    }

    private static String without(String text, Pattern pattern, java.util.function.Function<String, byte[]> decoder) {
        return pattern.matcher(text).replaceAll(match -> isText(decoder.apply(match.group()))
                ? " "
                : Matcher.quoteReplacement(match.group()));
    }

    private static byte[] base64(String code) {
        String usual = code.replace('-', '+').replace('_', '/').replace("=", "");
        try {
            return Base64.getDecoder().decode(usual.substring(0, usual.length() - (usual.length() % 4 == 1 ? 1 : 0)));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] hex(String code) {
        String digits = code.replace("0x", "").replaceAll("[ :]", "");
        return digits.length() % 2 == 0 ? HexFormat.of().parseHex(digits) : new byte[0];
    }

    /** Whether bytes read as words: random ones of this length hardly ever do. */
    private static boolean isText(byte[] bytes) {
        String decoded = new String(bytes, StandardCharsets.UTF_8);
        long letters = decoded.codePoints().filter(c -> Character.isLetter(c) || c == ' ').count();
        return !decoded.isEmpty() && decoded.indexOf('\uFFFD') < 0
                && letters >= LETTERS_SHARE * decoded.codePointCount(0, decoded.length());
    }

    private static List<String> words(String sentence) {
        return WORDS.splitAsStream(sentence.toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty()).toList();
    }

    private static long common(List<String> words) {
        return words.stream().filter(COMMON::contains).count();
    }

    /** A single common word may come out by chance: "or" read backwards, "no" rotated. */
    private static boolean isEnglish(List<String> words) {
        return words.size() >= FEWEST_WORDS && common(words) >= 2 && common(words) >= COMMON_SHARE * words.size();
    }

    private static String rotated(String text) {
        StringBuilder rotated = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
                char first = c >= 'a' ? 'a' : 'A';
                rotated.setCharAt(i, (char) (first + (c - first + 13) % 26));
            }
        }
        return rotated.toString();
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }
}
