package bankassistant.lab.answers;

import bankassistant.answering.Figures;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a term stands in an answer, however its figures and units are written. */
final class AnswerTerm {

    /** A comma or point inside a number is none between words. */
    private static final String BEFORE = "(?<![\\p{L}\\p{N}])(?<!\\d[.,])";
    private static final String AFTER = "(?![\\p{L}\\p{N}]|[.,]\\d)";
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    private AnswerTerm() {}

    /** As whole words, or, for a term that is nothing but figures, as the same figures. */
    static boolean standsIn(String term, String text) {
        return Pattern.compile(BEFORE + Pattern.quote(plain(term)) + AFTER).matcher(plain(text)).find()
                || isFigures(term) && Figures.of(text).carries(Figures.of(term));
    }

    private static boolean isFigures(String term) {
        return !Figures.of(term).all().isEmpty() && !WORD.matcher(Figures.wordsBeside(term)).find();
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('\u2019', '\'').replaceAll("\\s+", " ").strip();
    }
}
