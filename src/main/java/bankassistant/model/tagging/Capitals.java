package bankassistant.model.tagging;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What capital letters say, which the network does not see: where a writer uses them, a word with one within a sentence is a name
 * sooner than the same word without. Where nobody uses them, or every word has one, they say nothing.
 */
final class Capitals {

    /** Added to the logarithm of the odds of being part of a place. */
    private static final double WITH = 1.5;
    private static final double WITHOUT = -1.5;
    /** Share of words with a capital above which a text is a title, or a form. */
    private static final double TITLE = 0.6;
    /** Letters of the longest abbreviation: SSN, ITIN. */
    private static final int ABBREVIATION = 4;
    /** Behind these, or at a text's beginning, any word has a capital. */
    private static final Pattern BEGINNING = Pattern.compile("(?s)(?:^|.*[.!?:;\\n\"\u201c\u201e\u2022*>|(\\[-])\\s*");

    private final String text;
    private final boolean used;

    /** @param words of the text */
    Capitals(String text, List<Word> words) {
        this.text = text;
        long capital = words.stream().filter(word -> hasLetters(word) && isUpper(word)).count();
        long small = words.stream().filter(word -> hasLetters(word) && isLower(word)).count();
        used = capital > 0 && small > 0 && capital <= TITLE * (capital + small);
    }

    /** The word with its probabilities as capitals change them. */
    Word weighed(Word word) {
        double change = !used || !hasLetters(word)
                ? 0
                : isLower(word) ? WITHOUT : isUpper(word) && !isAbbreviation(word) && !begins(word) ? WITH : 0;
        if (change == 0) {
            return word;
        }
        double any = Math.clamp(word.any(), 1e-9, 1 - 1e-9);
        double odds = any / (1 - any) * Math.exp(change);
        double factor = odds / (1 + odds) / any;
        double[] types = word.probability().clone();
        for (int i = 0; i < types.length; i++) {
            types[i] *= factor;
        }
        return new Word(word.start(), word.end(), types, word.begins());
    }

    private boolean hasLetters(Word word) {
        return word.end() - word.start() > 1 && Character.isLetter(text.codePointAt(word.start()))
                && (word.start() == 0 || !Character.isLetter(text.charAt(word.start() - 1)));
    }

    private boolean isUpper(Word word) {
        return Character.isUpperCase(text.codePointAt(word.start()));
    }

    private boolean isAbbreviation(Word word) {
        return word.end() - word.start() <= ABBREVIATION
                && text.substring(word.start(), word.end()).chars().noneMatch(Character::isLowerCase);
    }

    private boolean isLower(Word word) {
        return Character.isLowerCase(text.codePointAt(word.start()));
    }

    private boolean begins(Word word) {
        return BEGINNING.matcher(text.substring(Math.max(0, word.start() - 3), word.start())).matches()
                || word.start() == 0;
    }
}
