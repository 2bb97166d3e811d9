package bankassistant.answering;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of a text, for telling whether it is sound English that speaks of the same things as another text. */
final class Wording {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}]+(?:['\u2019][\\p{L}]+)?");
    private static final Set<String> GLUE = Set.of("the", "and", "for", "are", "was", "were", "this", "that", "these",
            "those", "with", "from", "has", "have", "had", "you", "your", "they", "their", "them", "she", "her", "his",
            "its", "our", "will", "would", "should", "can", "could", "may", "might", "must", "there", "here", "which",
            "who", "when", "where", "what", "how", "why", "does", "did", "then", "than", "also", "any", "all", "each",
            "per", "yes", "into", "about", "been", "being", "but", "because", "such", "while", "customer", "bank");
    /** Words are compared by their beginnings: "reported" and "reporting" speak of the same. */
    private static final int STEM = 5;
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

    /** The share of this text's telling words that the other has, in [0, 1]; 1 if there is none. */
    double shareIn(Wording other) {
        Set<String> known = other.stems();
        Set<String> own = stems();
        return own.isEmpty() ? 1 : (double) own.stream().filter(known::contains).count() / own.size();
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

    /** The beginnings of the telling words: not those that only join others. */
    Set<String> stems() {
        return words.stream().filter(Wording::tells).map(Wording::stem).collect(Collectors.toSet());
    }

    /** The beginnings of the telling words and the numbers, in the text's order. */
    List<String> content() {
        return words.stream().filter(word -> tells(word) || Character.isDigit(word.charAt(0))).map(Wording::stem)
                .toList();
    }

    private static boolean tells(String word) {
        return word.length() > 2 && Character.isLetter(word.charAt(0)) && !GLUE.contains(word);
    }

    private static String stem(String word) {
        String singular = word.replaceFirst("(?:['\u2019]s|(?<=..[^s])s)$", "");
        return singular.substring(0, Math.min(STEM, singular.length()));
    }
}
