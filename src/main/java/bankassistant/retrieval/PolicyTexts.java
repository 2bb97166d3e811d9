package bankassistant.retrieval;

import bankassistant.policy.Policy;
import java.util.List;
import java.util.Map;

/**
 * What is indexed.
 *
 * @param policies  in any order, ids unique
 * @param phrasings how people ask for a section, by {@code policy/section}; for search only, never shown
 */
public record PolicyTexts(List<Policy> policies, Map<String, List<String>> phrasings) {

    public PolicyTexts {
        policies = List.copyOf(policies);
        phrasings = Map.copyOf(phrasings);
    }
}
