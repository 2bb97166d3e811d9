package bankassistant.policy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All policies of a folder, and which section answers which intent.
 *
 * @param policies in the order of their file names, ids unique, at least one
 * @param intents  each intent's section; every section named exists
 */
public record PolicyLibrary(List<Policy> policies, Map<String, SectionRef> intents) {

    public PolicyLibrary {
        policies = List.copyOf(policies);
        intents = Collections.unmodifiableMap(new TreeMap<>(intents));
    }

    public Optional<Policy> policy(String policyId) {
        return policies.stream().filter(policy -> policy.id().equals(policyId)).findFirst();
    }

    public Optional<Section> section(SectionRef ref) {
        return policy(ref.policyId()).flatMap(policy -> policy.section(ref.sectionId()));
    }

    /** The section that answers an intent, or empty for a name that is no intent. */
    public Optional<SectionRef> answering(String intent) {
        return Optional.ofNullable(intents.get(intent));
    }
}
