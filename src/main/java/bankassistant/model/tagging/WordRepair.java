package bankassistant.model.tagging;

import bankassistant.model.TokenTagger;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Makes words' types agree with how names are written: what a hyphen or an apostrophe joins is one word, names of one type with
 * nothing but a space between are one, and what goes on with a place is of its type.
 */
final class WordRepair {

    private static final String APOSTROPHES = "'\u2019\u02BC`";
    private static final String HYPHENS = "-\u2010\u2011";
    /** What an apostrophe parts from a word: "Maria's", "I'd", "she'll". */
    private static final Set<String> ENDINGS = Set.of("s", "d", "ll", "re", "ve", "m", "t");
    private static final int PERSON = TokenTagger.TYPES.indexOf("PERSON");

    private final String text;
    private final List<Word> words;
    private final int[] types;
    private final boolean[] begins;

    /** @param types of each word, -1 for none; changed */
    WordRepair(String text, List<Word> words, int[] types) {
        this.text = text;
        this.words = words;
        this.types = types;
        begins = new boolean[types.length];
        for (int i = 0; i < begins.length; i++) {
            begins[i] = words.get(i).begins();
        }
    }

    /** Repairs the types. @return for each word whether it begins a place */
    boolean[] begins() {
        for (int i = 2; i < types.length; i++) {
            leaveEnding(i);
        }
        for (int i = 1; i + 1 < types.length; i++) {
            join(i, i - 1, i + 1);
        }
        for (int i = types.length - 2; i > 0; i--) {
            join(i, i + 1, i - 1);
        }
        for (int i = 1; i < types.length; i++) {
            continueType(i);
        }
        for (int i = 1; i + 1 < types.length; i++) {
            takeInitial(i);
        }
        for (int i = 1; i < types.length; i++) {
            begins[i] &= types[i] != types[i - 1] || !isBlank(i - 1, i);
        }
        return begins;
    }

    /** An ending belongs to no name where its word does not. */
    private void leaveEnding(int at) {
        if (types[at - 2] < 0 && isEnding(text, words.get(at - 2), words.get(at - 1), words.get(at))) {
            types[at - 1] = -1;
            types[at] = -1;
        }
    }

    /** Both sides of a mark within a word are of one type. */
    private void join(int mark, int known, int other) {
        boolean inside = (APOSTROPHES + HYPHENS).indexOf(text.charAt(words.get(mark).start())) >= 0
                && touches(mark - 1, mark) && touches(mark, mark + 1) && words.get(mark - 1).isWord(text)
                && words.get(mark + 1).isWord(text);
        if (inside && types[known] >= 0
                && !isEnding(text, words.get(mark - 1), words.get(mark), words.get(mark + 1))) {
            // where both have one, the first counts
            types[other] = types[other] < 0 || other > known ? types[known] : types[other];
            types[mark] = types[other];
            begins[mark] = false;
            begins[mark + 1] = false;
        }
    }

    private void continueType(int at) {
        if (types[at] >= 0 && types[at - 1] >= 0 && !begins[at]) {
            types[at] = types[at - 1];
        }
    }

    /** A letter between two names, with or without a full stop, is an initial. */
    private void takeInitial(int at) {
        int next = text.charAt(words.get(at + 1).start()) == '.' ? at + 2 : at + 1;
        boolean one = words.get(at).end() - words.get(at).start() == 1 && words.get(at).isWord(text);
        if (one && next < types.length && types[at - 1] == PERSON && types[next] == PERSON && types[at] < 0
                && isBlank(at - 1, at) && isBlank(next - 1, next)) {
            for (int i = at; i < next; i++) {
                types[i] = PERSON;
                begins[i] = false;
            }
            begins[next] = false;
        }
    }

    private boolean touches(int left, int right) {
        return words.get(left).end() == words.get(right).start();
    }

    /** Whether there is nothing but spaces between two words, and no line's end. */
    private boolean isBlank(int left, int right) {
        String between = text.substring(words.get(left).end(), words.get(right).start());
        return !between.isEmpty() && between.isBlank() && between.indexOf('\n') < 0;
    }

    /** Whether a word, an apostrophe and letters are a word with its ending. */
    static boolean isEnding(String text, Word word, Word mark, Word ending) {
        return word.end() == mark.start() && mark.end() == ending.start()
                && APOSTROPHES.indexOf(text.charAt(mark.start())) >= 0 && word.isWord(text)
                && ENDINGS.contains(text.substring(ending.start(), ending.end()).toLowerCase(Locale.ROOT));
    }
}
