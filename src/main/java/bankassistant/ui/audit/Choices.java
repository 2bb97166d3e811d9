package bankassistant.ui.audit;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What filters can choose from.
 *
 * @param users    names
 * @param intents  as records name them
 * @param policies titles by id
 * @param pii      types of personal data as records name them
 */
public record Choices(List<String> users, List<String> intents, Map<String, String> policies, List<String> pii) {

    public static final Choices NONE = new Choices(List.of(), List.of(), Map.of(), List.of());

    public Choices {
        users = sorted(users);
        intents = sorted(intents);
        policies = Collections.unmodifiableMap(new TreeMap<>(policies));
        pii = sorted(pii);
    }

    private static List<String> sorted(Collection<String> names) {
        return names.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList();
    }
}
