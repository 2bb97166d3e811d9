package bankassistant.answering;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The words of a text, for telling whether it is whole and says things once. */
final class Wording {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}]+(?:['\u2019][\\p{L}]+)?");
    /** A run of so many words may come twice, as in "a day" lists, but not three times. */
    private static final int RUN = 4;

    private final List<String> words;

    private Wording(List<String> words) {
        this.words = words;
    }

    static Wording of(String text) {
        return new Wording(
                WORD.matcher(text).results().map(match -> match.group().toLowerCase(Locale.ROOT)).toList());
    }

    int length() {
        return words.size();
    }

    /** Whether the text turns in circles: a word four times in a row, or the same four words three times. */
    boolean loops() {
        Map<List<String>, Integer> runs = new HashMap<>();
        for (int i = 0; i + RUN <= words.size(); i++) {
            List<String> run = words.subList(i, i + RUN);
            if (new HashSet<>(run).size() == 1 || runs.merge(run, 1, Integer::sum) == 3) {
                return true;
            }
        }
        return false;
    }

    /** Whether the other text's words stand here in one piece. */
    boolean contains(Wording other) {
        return !other.words.isEmpty() && Collections.indexOfSubList(words, other.words) >= 0;
    }
}
