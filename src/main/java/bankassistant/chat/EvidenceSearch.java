package bankassistant.chat;

import bankassistant.policy.SectionRef;
import bankassistant.privacy.MaskedText;
import bankassistant.privacy.Masker;
import bankassistant.privacy.Placeholders;
import bankassistant.retrieval.EvidenceFinder;
import bankassistant.retrieval.Finding;
import bankassistant.retrieval.SectionHint;
import bankassistant.understanding.Understander;
import bankassistant.understanding.Understanding;
import java.util.Optional;
import java.util.function.Function;

/**
 * The way of a message as far as its evidence, for measurements. A message that would be turned away or asked back about is
 * searched for all the same: what is measured is the search.
 */
public final class EvidenceSearch {

    private final Masker masker;
    private final Understander understander;
    private final IntentHints hints;
    private final EvidenceFinder finder;

    /** @param sections the section that answers an intent, by the intent's name */
    public EvidenceSearch(Masker masker, Understander understander, Function<String, Optional<SectionRef>> sections,
            EvidenceFinder finder) {
        this.masker = masker;
        this.understander = understander;
        this.hints = new IntentHints(sections);
        this.finder = finder;
    }

    /** What is found for a question that begins a conversation. */
    public Finding find(String question) {
        MaskedText masked = masker.mask(question, new Placeholders());
        return switch (understander.understand(masked)) {
            case Understanding.InScope in -> find(in.question(), hints.of(in));
            case Understanding.Mixed mixed -> find(mixed.question(), hints.of(mixed));
            default -> find(masked.value(), SectionHint.NONE);
        };
    }

    private Finding find(String question, SectionHint hint) {
        return finder.find(QuestionFocus.of(question), hint);
    }
}
