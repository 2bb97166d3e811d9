package bankassistant.model.tagging;

import bankassistant.model.Softmax;
import bankassistant.model.TextTokens;
import bankassistant.model.TokenTagger.Tagged;
import bankassistant.model.TokenTagger;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the logits of tags into places: whole words, without punctuation at their ends, small words, titles or a possessive's ending. A
 * word counts where it is sure to be part of one, and beside one that counts much sooner: half a name hidden tells the other half.
 */
public final class TagDecoder {

    /** The probability of not being part of any place, below which a word is part of one. */
    private static final double CERTAIN = 0.3;
    /** The probability of a type that suffices beside a word of that type. */
    private static final double BESIDE = 0.25;
    private static final double HALF = 0.5;
    /** Letters of the longest abbreviation that ends with a full stop. */
    private static final int ABBREVIATION = 4;

    private TagDecoder() {}

    /** @param logits {@code [tokens][tags]}, see {@link TokenTagger#TYPES} */
    public static List<Tagged> places(String text, TextTokens tokens, float[][] logits) {
        List<Word> read = words(tokens, logits);
        Capitals capitals = new Capitals(text, read);
        List<Word> words = read.stream().map(capitals::weighed).toList();
        int[] types = types(words);
        boolean[] begins = new WordRepair(text, words, types).begins();
        List<Tagged> places = new ArrayList<>();
        int first = 0;
        while (first < types.length) {
            int last = first;
            if (types[first] >= 0) {
                last = end(text, words, types, begins, first);
                place(text, words.subList(first, last + 1), types[first], places);
            }
            first = last + 1;
        }
        return places;
    }

    /** A word's probabilities are halfway between the mean and the highest of its pieces'; its first piece says whether it begins a place. */
    private static List<Word> words(TextTokens tokens, float[][] logits) {
        List<Word> words = new ArrayList<>();
        int from = 0;
        while (from < tokens.length()) {
            int to = from + 1;
            while (to < tokens.length() && tokens.words()[to] == tokens.words()[from]) {
                to++;
            }
            if (tokens.words()[from] >= 0 && tokens.ends()[to - 1] > tokens.starts()[from]) {
                words.add(word(tokens, logits, from, to));
            }
            from = to;
        }
        return words;
    }

    private static Word word(TextTokens tokens, float[][] logits, int from, int to) {
        double[] types = new double[TokenTagger.TYPES.size()];
        double[] most = new double[types.length];
        double begins = 0;
        for (int i = from; i < to; i++) {
            double[] tags = Softmax.of(logits[i]);
            for (int type = 0; type < types.length; type++) {
                double probability = tags[2 * type + 1] + tags[2 * type + 2];
                types[type] += probability / (to - from) / 2;
                most[type] = Math.max(most[type], probability);
                begins += i == from ? tags[2 * type + 1] - tags[2 * type + 2] : 0;
            }
        }
        for (int type = 0; type < types.length; type++) {
            types[type] += most[type] / 2;
        }
        return new Word(tokens.starts()[from], tokens.ends()[to - 1], types, begins > 0);
    }

    /** For each word its type, or -1. */
    private static int[] types(List<Word> words) {
        int[] types = new int[words.size()];
        for (int i = 0; i < types.length; i++) {
            types[i] = 1 - words.get(i).any() < CERTAIN ? words.get(i).likeliest() : -1;
        }
        for (int i = 1; i < types.length; i++) {
            grow(words, types, i, i - 1);
        }
        for (int i = types.length - 2; i >= 0; i--) {
            grow(words, types, i, i + 1);
        }
        return types;
    }

    private static void grow(List<Word> words, int[] types, int at, int beside) {
        if (types[at] < 0 && types[beside] >= 0 && words.get(at).probability()[types[beside]] > BESIDE) {
            types[at] = types[beside];
        }
    }

    /** The last word of the place that begins with a word; punctuation alone does not part it. */
    private static int end(String text, List<Word> words, int[] types, boolean[] begins, int first) {
        int last = first;
        for (int i = first + 1; i < types.length; i++) {
            if (types[i] == types[first] && !begins[i]) {
                last = i;
            } else if (types[i] >= 0 || words.get(i).isWord(text)) {
                return last;
            }
        }
        return last;
    }

    private static void place(String text, List<Word> words, int type, List<Tagged> places) {
        int from = 0;
        int to = words.size();
        while (from < to && !words.get(from).isWord(text)) {
            from++;
        }
        while (to > from && !words.get(to - 1).isWord(text)
                && !endsAbbreviation(text, words.subList(from, to), type)) {
            to--;
        }
        if (to - from > 2 && WordRepair.isEnding(text, words.get(to - 3), words.get(to - 2), words.get(to - 1))) {
            to -= 2;
        }
        PlaceEnds ends = new PlaceEnds(text, TokenTagger.TYPES.get(type));
        while (from < to && ends.isBefore(words.subList(from, to))) {
            from++;
        }
        while (from < to && ends.isBehind(words.get(to - 1))) {
            to--;
        }
        if (from < to && !ends.isNone(words.subList(from, to))) {
            List<Word> kept = words.subList(from, to);
            double score = kept.stream().mapToDouble(word -> word.probability()[type]).average().orElseThrow();
            places.add(new Tagged(TokenTagger.TYPES.get(type), kept.getFirst().start(), kept.getLast().end(),
                    Math.clamp(score, Double.MIN_NORMAL, 1)));
        }
    }

    /** The full stop of "Jr." or "Inc." belongs to the name where the network says so and the line goes on; else it ends a sentence. */
    private static boolean endsAbbreviation(String text, List<Word> words, int type) {
        Word stop = words.getLast();
        if (words.size() < 2 || text.charAt(stop.start()) != '.' || stop.probability()[type] <= HALF
                || endsLine(text, stop.end())) {
            return false;
        }
        Word word = words.get(words.size() - 2);
        return word.end() == stop.start() && word.end() - word.start() <= ABBREVIATION && word.isWord(text);
    }

    private static boolean endsLine(String text, int offset) {
        int at = offset;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at == text.length() || text.charAt(at) == '\n';
    }
}
