package bankassistant.privacy;

import bankassistant.model.TokenTagger;
import bankassistant.model.TokenTagger.Tagged;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names of people and companies, and addresses: what has no form of its own and is known by what stands around it. A trained network
 * finds them; when it fails, so does masking.
 */
public final class NameFinder implements Recognizer {

    private static final Map<String, Candidate.Kind> KINDS = Stream
            .of(Candidate.Kind.PERSON, Candidate.Kind.STREET_ADDRESS, Candidate.Kind.ORGANIZATION)
            .collect(Collectors.toMap(Candidate.Kind::type, kind -> kind));

    private final TokenTagger tagger;

    public NameFinder(TokenTagger tagger) {
        this.tagger = tagger;
    }

    @Override
    public List<Candidate> find(String text) {
        HiddenPlaces hidden = HiddenPlaces.of(text);
        List<Candidate> found = new ArrayList<>();
        for (Tagged place : tagger.tag(hidden.text())) {
            List<int[]> parts = hidden.open(place.start(), place.end());
            boolean whole = parts.size() == 1
                    && parts.getFirst()[1] - parts.getFirst()[0] == place.end() - place.start();
            for (int[] part : parts) {
                int[] bare = whole ? part : withoutPunctuation(hidden.text(), part[0], part[1]);
                if (bare[0] < bare[1]) {
                    found.add(candidate(hidden, bare[0], bare[1], place.type()));
                }
            }
        }
        return found;
    }

    private static Candidate candidate(HiddenPlaces hidden, int start, int end, String type) {
        return new Candidate(hidden.original(start), hidden.original(end), KINDS.get(type),
                compared(hidden.text().substring(start, end)), Candidate.SHAPED);
    }

    /** What is left of a place between hidden ones may be no more than a comma. */
    private static int[] withoutPunctuation(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && isPunctuation(text.charAt(from))) {
            from++;
        }
        while (to > from && isPunctuation(text.charAt(to - 1))) {
            to--;
        }
        return new int[]{from, to};
    }

    /** Halves of a pair are of letters or signs that are no punctuation between parts. */
    private static boolean isPunctuation(char c) {
        return !Character.isLetterOrDigit(c) && !Character.isSurrogate(c);
    }

    /** Maria Lopez, MARIA LOPEZ and "maria  lopez" are one. */
    private static String compared(String value) {
        return value.toLowerCase(Locale.ROOT).replaceAll("[\\s,.]+", " ").strip();
    }
}
