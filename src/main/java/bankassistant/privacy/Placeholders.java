package bankassistant.privacy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which value stands behind which placeholder in one conversation, and what the person corrected in it. Lives in memory
 * only; {@link #clear()} forgets it. Safe for several threads.
 */
public final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\[[A-Z][A-Z_]{0,30}_[0-9]{1,7}]");
    /** Longer numbers than this are data and no placeholder's, unless one was given out. */
    private static final int LONGEST_TYPED = 2;

    /** Masked texts kept in mind. */
    private static final int REMEMBERED = 200;

    private final Map<String, String> valueByPlaceholder = new HashMap<>();
    private final Map<String, String> placeholderByValue = new HashMap<>();
    private final Map<String, Integer> lastNumber = new HashMap<>();
    private final Set<String> typed = new HashSet<>();
    private final SequencedSet<String> masked = new LinkedHashSet<>();
    private final Corrections corrections = new Corrections();

    /**
     * The placeholder of a value: the same for the same value, a new number otherwise.
     *
     * @param label      what stands in it, such as {@code CARD}
     * @param normalized the value in the form in which it is compared, such as digits only
     * @param value      as typed
     */
    synchronized String placeholder(String label, String normalized, String value) {
        return placeholderByValue.computeIfAbsent(label + ':' + normalized, _ -> {
            String placeholder = next(label);
            valueByPlaceholder.put(placeholder, value);
            return placeholder;
        });
    }

    private String next(String label) {
        String placeholder;
        do {
            placeholder = "[" + label + "_" + lastNumber.merge(label, 1, Integer::sum) + "]";
        } while (typed.contains(placeholder));
        return placeholder;
    }

    /**
     * Where a text holds placeholders: given out in this conversation, or typed by the person, in which case they are never
     * given out, so that they stand for nothing but themselves.
     */
    synchronized List<Place> placesIn(String text) {
        return PLACEHOLDER.matcher(text).results().filter(match -> isPlaceholder(match.group()))
                .map(match -> new Place(match.start(), match.end())).toList();
    }

    private boolean isPlaceholder(String placeholder) {
        boolean given = valueByPlaceholder.containsKey(placeholder);
        if (!given && placeholder.length() - 2 - placeholder.lastIndexOf('_') <= LONGEST_TYPED) {
            typed.add(placeholder);
        }
        return given || typed.contains(placeholder);
    }

    /** Keeps in mind that a text is masked; of many the last ones. */
    synchronized void remember(String text) {
        if (masked.add(text) && masked.size() > REMEMBERED) {
            masked.removeFirst();
        }
    }

    /** Whether a text was made by masking in this conversation, so that no name is left in it. */
    synchronized boolean isMasked(String text) {
        return masked.contains(text);
    }

    /** What the person corrected in this conversation. */
    public Corrections corrections() {
        return corrections;
    }

    /** The text with known placeholders filled in again: for the screen only. */
    public synchronized String reveal(String masked) {
        return PLACEHOLDER.matcher(masked).replaceAll(
                match -> Matcher.quoteReplacement(valueByPlaceholder.getOrDefault(match.group(), match.group())));
    }

    /** Forgets all values and corrections; placeholders given out before can't be filled in any more. */
    public synchronized void clear() {
        valueByPlaceholder.clear();
        placeholderByValue.clear();
        lastNumber.clear();
        typed.clear();
        masked.clear();
        corrections.clear();
    }
}
