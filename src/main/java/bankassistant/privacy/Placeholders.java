package bankassistant.privacy;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which value stands behind which placeholder in one conversation. Lives in memory only; {@link #clear()} forgets it.
 * Safe for several threads.
 */
public final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\[[A-Z][A-Z_]*_[0-9]+]");

    private final Map<String, String> valueByPlaceholder = new HashMap<>();
    private final Map<String, String> placeholderByValue = new HashMap<>();
    private final Map<String, Integer> lastNumber = new HashMap<>();

    /**
     * The placeholder of a value: the same for the same value, a new number otherwise.
     *
     * @param label      what stands in it, such as {@code CARD}
     * @param normalized the value in the form in which it is compared, such as digits only
     * @param value      as typed
     */
    synchronized String placeholder(String label, String normalized, String value) {
        return placeholderByValue.computeIfAbsent(label + ':' + normalized, _ -> {
            String placeholder = "[" + label + "_" + lastNumber.merge(label, 1, Integer::sum) + "]";
            valueByPlaceholder.put(placeholder, value);
            return placeholder;
        });
    }

    /** The text with known placeholders filled in again: for the screen only. */
    public synchronized String reveal(String masked) {
        return PLACEHOLDER.matcher(masked).replaceAll(
                match -> Matcher.quoteReplacement(valueByPlaceholder.getOrDefault(match.group(), match.group())));
    }

    /** Forgets all values; placeholders given out before can't be filled in any more. */
    public synchronized void clear() {
        valueByPlaceholder.clear();
        placeholderByValue.clear();
        lastNumber.clear();
    }
}
