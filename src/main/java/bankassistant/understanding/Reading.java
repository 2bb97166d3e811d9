package bankassistant.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A message made ready for judging.
 *
 * @param message   as masked
 * @param parts     what may be judged, in order
 * @param forbidden whether there was a part that may not
 */
record Reading(String message, List<Part> parts, boolean forbidden) {

    /** A message of more words is not judged as a whole: the heads see only its beginning. */
    private static final int LONGEST_WHOLE = 80;
    private static final int MOST_PIECES = 12;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\[([A-Z][A-Z_]*)_[0-9]+]");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern READABLE = Pattern.compile("[\\p{L}\\p{N}]");

    Reading {
        parts = List.copyOf(parts);
    }

    static Reading of(String masked) {
        List<Part> all = Parts.of(PlainText.of(masked));
        return new Reading(masked, all.stream().filter(part -> !part.forbidden()).toList(),
                all.stream().anyMatch(Part::forbidden));
    }

    /** The same in the smallest pieces; itself where these are no other or too many. */
    Reading closer() {
        List<Part> pieces = Parts.pieces(parts);
        return pieces.size() < 2 || pieces.size() == parts.size() || pieces.size() > MOST_PIECES || isLong()
                ? this
                : new Reading(message, pieces, forbidden);
    }

    boolean isLong() {
        return parts.stream().mapToInt(Part::words).sum() > LONGEST_WHOLE;
    }

    /** What the heads score: the whole, then each part if there are several. Empty if there is nothing to judge. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        if (!parts.isEmpty()) {
            texts.add(scored(parts.stream().map(Part::text).collect(Collectors.joining(" "))));
        }
        if (parts.size() > 1) {
            parts.forEach(part -> texts.add(scored(part.text())));
        }
        return texts;
    }

    /** A text without placeholders, which the heads have not learned; with nothing else in it, what they stand for. */
    static String scored(String text) {
        String without = spaced(PLACEHOLDER.matcher(text).replaceAll(" "));
        return READABLE.matcher(without).find()
                ? without
                : spaced(PLACEHOLDER.matcher(text)
                        .replaceAll(match -> match.group(1).toLowerCase(Locale.ROOT).replace('_', ' ')));
    }

    private static String spaced(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip();
    }
}
