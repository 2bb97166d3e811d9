package bankassistant.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Replaces personal data by placeholders. Amounts and dates stay: they are what a question is about.
 *
 * <p>What any recogniser found is hidden whole: spans that overlap become one, under the kind with the strongest
 * evidence. Masking a masked text changes nothing. What a person corrected in the conversation is respected.
 */
public final class Masker {

    private static final Comparator<Candidate> STRONGEST = Comparator.comparingInt(Candidate::priority)
            .thenComparingInt(candidate -> candidate.end() - candidate.start());

    private final List<Recognizer> recognizers;

    /** @param recognizers asked in this order; of two equally strong candidates the earlier recogniser's counts */
    public Masker(List<Recognizer> recognizers) {
        this.recognizers = List.copyOf(recognizers);
    }

    /** Finds what has a form of its own or is named by the words beside it: everything but names. */
    public static Masker ofForms() {
        return new Masker(Forms.recognizers());
    }

    /** A masker that finds what this one finds and what more recognisers find. */
    public Masker with(Recognizer... more) {
        return new Masker(Stream.concat(recognizers.stream(), Stream.of(more)).toList());
    }

    /**
     * Masks a text.
     *
     * @param placeholders of the conversation: a value seen before keeps its placeholder
     */
    public MaskedText mask(String text, Placeholders placeholders) {
        StringBuilder masked = new StringBuilder(text.length());
        List<PiiSpan> spans = new ArrayList<>();
        int copied = 0;
        for (Candidate found : find(text, placeholders)) {
            String placeholder = placeholders.placeholder(found.kind().label(), found.normalized(),
                    text.substring(found.start(), found.end()));
            masked.append(text, copied, found.start()).append(placeholder);
            spans.add(new PiiSpan(found.kind().type(), found.start(), found.end(), placeholder));
            copied = found.end();
        }
        return new MaskedText(masked.append(text, copied, text.length()).toString(), spans);
    }

    /**
     * What {@link #mask} would replace in a text that is still being typed; gives out no placeholder.
     *
     * @return in order, without overlaps
     */
    public List<Candidate> find(String text, Placeholders placeholders) {
        Corrections corrections = placeholders.corrections();
        List<Place> given = placeholders.placesIn(text);
        List<Candidate> all = List.of();
        List<Candidate> found;
        // until nothing more is found: what is covered can have hidden what stands beside it
        do {
            ReadableText asked = ReadableText.of(text, covered(given, all));
            found = ask(asked.text(), corrections).stream().map(asked::typed).toList();
            all = withoutOverlaps(Stream.concat(all.stream(), found.stream()).toList(), text);
        } while (!found.isEmpty());
        return all;
    }

    private List<Candidate> ask(String text, Corrections corrections) {
        List<Place> readable = corrections.readableIn(text);
        return Stream.concat(recognizers.stream(), Stream.of(corrections::find))
                .flatMap(recognizer -> recognizer.find(text).stream()).filter(candidate -> isOpen(candidate, text))
                .filter(candidate -> readable.stream().noneMatch(place -> place.holds(candidate))).toList();
    }

    private static boolean isOpen(Candidate candidate, String text) {
        return text.substring(candidate.start(), candidate.end()).chars().anyMatch(c -> c != Recognizer.COVERED);
    }

    private static List<Place> covered(List<Place> placeholders, List<Candidate> found) {
        return Stream
                .concat(placeholders.stream()
                        .filter(place -> found.stream().noneMatch(candidate -> candidate.start() < place.end()
                                && place.start() < candidate.end())),
                        found.stream().map(candidate -> new Place(candidate.start(), candidate.end())))
                .sorted(Comparator.comparingInt(Place::start)).toList();
    }

    private static List<Candidate> withoutOverlaps(List<Candidate> candidates, String text) {
        List<Candidate> byStart = new ArrayList<>(candidates);
        byStart.sort(Comparator.comparingInt(Candidate::start));
        List<Candidate> separate = new ArrayList<>();
        for (Candidate next : byStart) {
            if (!separate.isEmpty() && next.start() < separate.getLast().end()) {
                separate.add(merged(separate.removeLast(), next, text));
            } else {
                separate.add(next);
            }
        }
        return separate;
    }

    private static Candidate merged(Candidate a, Candidate b, String text) {
        Candidate winner = stronger(a, b);
        int start = Math.min(a.start(), b.start());
        int end = Math.max(a.end(), b.end());
        boolean whole = winner.start() == start && winner.end() == end;
        String normalized = whole ? winner.normalized() : text.substring(start, end);
        return new Candidate(start, end, winner.kind(), normalized, winner.priority());
    }

    private static Candidate stronger(Candidate a, Candidate b) {
        if (isTownOf(b, a)) {
            return a;
        }
        return isTownOf(a, b) || STRONGEST.compare(b, a) > 0 ? b : a;
    }

    /** The town of an address is a part of it, however sure it is one. */
    private static boolean isTownOf(Candidate town, Candidate address) {
        return town.kind().equals(Candidate.Kind.LOCATION) && address.kind().equals(Candidate.Kind.STREET_ADDRESS);
    }
}
