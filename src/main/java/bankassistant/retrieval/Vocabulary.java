package bankassistant.retrieval;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of all passages and phrasings, lower-cased, with how often each stands there. */
final class Vocabulary {

    private static final Pattern WORD = Pattern.compile("[a-z]+");

    private final Map<String, Integer> counts;
    private final Map<Character, List<String>> byFirstLetter;

    private Vocabulary(Map<String, Integer> counts) {
        this.counts = Map.copyOf(counts);
        this.byFirstLetter = counts.keySet().stream().collect(Collectors.groupingBy(word -> word.charAt(0)));
    }

    static Vocabulary of(List<EncodedPassage> passages) {
        Map<String, Integer> counts = new HashMap<>();
        passages.stream().flatMap(Vocabulary::texts).forEach(text -> WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results().forEach(word -> counts.merge(word.group(), 1, Integer::sum)));
        return new Vocabulary(counts);
    }

    private static Stream<String> texts(EncodedPassage encoded) {
        return Stream.concat(Stream.of(encoded.passage().section().title(), encoded.passage().section().text()),
                encoded.phrasings().stream().map(EncodedPassage.Phrasing::text));
    }

    boolean contains(String word) {
        return counts.containsKey(word);
    }

    /**
     * The commonest word that is one slip away: a letter too many, too few or wrong, or two letters swapped. The first
     * letter is taken as right, since slips there are rare.
     *
     * @param word in lower case, at least one letter
     */
    Optional<String> oneSlipFrom(String word) {
        return byFirstLetter.getOrDefault(word.charAt(0), List.of()).stream().filter(other -> oneSlip(word, other))
                .max(Comparator.comparing((String other) -> counts.get(other))
                        .thenComparing(Comparator.reverseOrder()));
    }

    private static boolean oneSlip(String a, String b) {
        int same = 0;
        while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        String x = a.substring(same);
        String y = b.substring(same);
        return equalFrom(x, 1, y, 1) || equalFrom(x, 0, y, 1) || equalFrom(x, 1, y, 0) || swapped(x, y);
    }

    private static boolean equalFrom(String x, int fromX, String y, int fromY) {
        return x.length() >= fromX && y.length() >= fromY && x.substring(fromX).equals(y.substring(fromY));
    }

    private static boolean swapped(String x, String y) {
        return x.length() > 1 && y.length() > 1 && x.charAt(0) == y.charAt(1) && x.charAt(1) == y.charAt(0)
                && equalFrom(x, 2, y, 2);
    }
}
