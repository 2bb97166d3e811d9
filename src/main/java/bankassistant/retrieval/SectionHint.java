package bankassistant.retrieval;

import bankassistant.policy.SectionRef;
import java.util.Map;

/**
 * Sections that what is known of a question speaks for.
 *
 * @param weights how much for each, in [0, 1]; a section that does not exist counts nothing
 */
public record SectionHint(Map<SectionRef, Double> weights) {

    /** Nothing is known. */
    public static final SectionHint NONE = new SectionHint(Map.of());

    public SectionHint {
        weights = Map.copyOf(weights);
        if (weights.values().stream().anyMatch(weight -> !(weight >= 0 && weight <= 1))) {
            throw new IllegalArgumentException("a section's weight is from 0 to 1");
        }
    }

    /** The weight of a passage's section; 0 for one that nothing speaks for. */
    double of(Passage passage) {
        return weights.getOrDefault(new SectionRef(passage.policyId(), passage.section().id()), 0.0);
    }
}
