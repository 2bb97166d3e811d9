package bankassistant.chat;

import bankassistant.policy.SectionRef;
import bankassistant.retrieval.SectionHint;
import bankassistant.understanding.Understanding;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The sections that the intents of a message speak for. */
final class IntentHints {

    private final Function<String, Optional<SectionRef>> sections;

    /** @param sections the section that answers an intent, by the intent's name */
    IntentHints(Function<String, Optional<SectionRef>> sections) {
        this.sections = sections;
    }

    /** The sections of the likeliest intents, each as much as its intent is likely. */
    SectionHint of(Understanding understanding) {
        Map<SectionRef, Double> weights = new HashMap<>();
        understanding.likeliest().forEach(score -> sections.apply(score.intent().name())
                .ifPresent(section -> weights.merge(section, score.confidence(), Math::max)));
        return new SectionHint(weights);
    }
}
