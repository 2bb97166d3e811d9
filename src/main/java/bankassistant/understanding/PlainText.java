package bankassistant.understanding;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A text as a reader sees it: compatibility forms in their usual letters, straight quotes, nothing invisible, no marks stacked on letters,
 * and letters of other scripts that stand among Latin ones for the ones they look like. After Unicode Technical Standard
 * 39, of whose table of confusables only the letters of Cyrillic and Greek are here.
 */
final class PlainText {

    private static final Map<Integer, Character> LOOK_ALIKES = table(
            "а a е e о o р p с c у y х x і i ј j ѕ s ԁ d һ h к k м m т t в b н h А A В B Е E К K М M Н H О O Р P С C Т T У Y Х X"
                    + " І I Ј J Ѕ S ο o α a ν v ρ p τ t ι i κ k υ u χ x ε e Α A Β B Ε E Ζ Z Η H Ι I Κ K Μ M Ν N Ο O Ρ P Τ T Υ Y"
                    + " Χ X ı i ɡ g");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}");
    /** Letters with a space between each two. */
    private static final Pattern SPELLED_OUT = Pattern
            .compile("(?<![\\p{L}\\p{N}])(?:\\p{L} ){3,}\\p{L}(?![\\p{L}\\p{N}])");
    private static final Pattern UNSEEN = Pattern
            .compile("[\\p{Cf}\\p{Me}\\uFE00-\\uFE0F\\u034F\\u115F\\u1160\\u3164]");
    private static final Pattern SINGLE_QUOTES = Pattern.compile("[\\u2018\\u2019\\u02BC\\u0060\\u00B4]");
    private static final Pattern DOUBLE_QUOTES = Pattern.compile("[\\u201C\\u201D\\u201E]");
    private static final Pattern STACKED = Pattern.compile("\\p{Mn}+");

    private PlainText() {}

    static String of(String text) {
        String seen = UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
        String straight = DOUBLE_QUOTES.matcher(SINGLE_QUOTES.matcher(seen).replaceAll("'")).replaceAll("\"");
        String joined = SPELLED_OUT.matcher(straight).replaceAll(match -> match.group().replace(" ", ""));
        return WORD.matcher(STACKED.matcher(joined).replaceAll("")).replaceAll(PlainText::latin);
    }

    /** Only words with a Latin letter: a word of another script is one of another language. */
    private static String latin(MatchResult match) {
        String word = match.group();
        if (word.chars().allMatch(c -> c < 0x80) || !LATIN.matcher(word).find()) {
            return word;
        }
        StringBuilder latin = new StringBuilder();
        word.codePoints().forEach(c -> latin
                .append(LOOK_ALIKES.containsKey(c) ? LOOK_ALIKES.get(c).toString() : Character.toString(c)));
        return latin.toString();
    }

    private static Map<Integer, Character> table(String pairs) {
        String[] letters = pairs.split(" ");
        Map<Integer, Character> table = new java.util.HashMap<>();
        for (int i = 0; i < letters.length; i += 2) {
            table.put(letters[i].codePointAt(0), letters[i + 1].charAt(0));
        }
        return Map.copyOf(table);
    }
}
