package bankassistant.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** A street may be part of an address, and a company's last words of its name. */
    private static final Set<Candidate.Kind> MAY_BE_PARTS = Set.of(Candidate.Kind.STREET_ADDRESS,
            Candidate.Kind.LOCATION,
            Candidate.Kind.ORGANIZATION);

    private static final int SHORTEST_NAME = 4;
    /** Names looked for elsewhere in a text: more take time. */
    private static final int MOST_REPEATED = 50;

    private final List<Recognizer> recognizers;
    /** Take longer, so they are asked once. */
    private final List<Recognizer> slow;

    /** @param recognizers asked in this order; of two equally strong candidates the earlier recogniser's counts */
    public Masker(List<Recognizer> recognizers) {
        this(recognizers, List.of());
    }

    private Masker(List<Recognizer> recognizers, List<Recognizer> slow) {
        this.recognizers = List.copyOf(recognizers);
        this.slow = List.copyOf(slow);
    }

    /** Finds what has a form of its own or is named by the words beside it: everything but names. */
    public static Masker ofForms() {
        return new Masker(Forms.recognizers());
    }

    /**
     * A masker that finds what this one finds and what more recognisers find. They are asked once, about the text in which is hidden
     * already what the others found; not so streets, towns and companies, which may be parts of what they find.
     */
    public Masker with(Recognizer... more) {
        return new Masker(recognizers, Stream.concat(slow.stream(), Stream.of(more)).toList());
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
        String value = masked.append(text, copied, text.length()).toString();
        placeholders.remember(value);
        return new MaskedText(value, spans);
    }

    /**
     * What {@link #mask} would replace in a text that is still being typed; gives out no placeholder.
     *
     * @return in order, without overlaps
     */
    public List<Candidate> find(String text, Placeholders placeholders) {
        Search search = new Search(text, placeholders.placesIn(text), placeholders.corrections());
        List<Candidate> forms = search.more(recognizers, List.of());
        if (slow.isEmpty() || placeholders.isMasked(text)) {
            return forms;
        }
        List<Candidate> names = search.once(slow,
                forms.stream().filter(candidate -> !MAY_BE_PARTS.contains(candidate.kind())).toList());
        return names.isEmpty() ? forms : search.more(recognizers, search.joined(forms, search.everywhere(names)));
    }

    /** One text's. @param given places of placeholders */
    private record Search(String text, List<Place> given, Corrections corrections) {

        /**
         * What is known and what recognisers find beside it, asked until nothing more is found: what is covered can have hidden
         * what stands beside it.
         */
        List<Candidate> more(List<Recognizer> recognizers, List<Candidate> known) {
            List<Candidate> all = known;
            List<Candidate> found = once(recognizers, all);
            while (!found.isEmpty()) {
                all = joined(all, found);
                found = once(recognizers, all);
            }
            return all;
        }

        List<Candidate> joined(List<Candidate> known, List<Candidate> found) {
            return withoutOverlaps(Stream.concat(known.stream(), found.stream()).toList(), text);
        }

        /** Names, and the same ones wherever else they stand: one that is missed would tell what the other hides. */
        List<Candidate> everywhere(List<Candidate> names) {
            Map<String, Candidate> byValue = new LinkedHashMap<>();
            names.forEach(name -> byValue.putIfAbsent(text.substring(name.start(), name.end()), name));
            List<Candidate> all = new ArrayList<>(names);
            byValue.entrySet().stream().filter(entry -> isTelling(entry.getKey())).limit(MOST_REPEATED)
                    .forEach(entry -> addAll(entry.getKey(), entry.getValue(), all));
            return all;
        }

        private void addAll(String value, Candidate name, List<Candidate> all) {
            for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length())) {
                int end = at + value.length();
                if (!isWithinWord(at) && !isWithinWord(end)) {
                    all.add(new Candidate(at, end, name.kind(), name.normalized(), name.priority()));
                }
            }
        }

        /** Whether a value is a name wherever it stands: "mark" is not, "Mark" is, and so is "mark lee". */
        private static boolean isTelling(String value) {
            return value.length() >= SHORTEST_NAME
                    && (Character.isUpperCase(value.codePointAt(0)) || value.indexOf(' ') > 0);
        }

        private boolean isWithinWord(int offset) {
            return offset > 0 && offset < text.length() && Character.isLetterOrDigit(text.charAt(offset - 1))
                    && Character.isLetterOrDigit(text.charAt(offset));
        }

        /** What recognisers find where nothing is covered yet. */
        List<Candidate> once(List<Recognizer> recognizers, List<Candidate> covering) {
            ReadableText asked = ReadableText.of(text, covered(given, covering));
            List<Place> readable = corrections.readableIn(asked.text());
            return Stream.concat(recognizers.stream(), Stream.of(corrections::find))
                    .flatMap(recognizer -> recognizer.find(asked.text()).stream())
                    .filter(candidate -> isOpen(candidate, asked.text()))
                    .filter(candidate -> readable.stream().noneMatch(place -> place.holds(candidate)))
                    .map(asked::typed).toList();
        }
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
