package bankassistant.retrieval;

import java.util.List;
import java.util.Optional;

/**
 * What a search for an answer found.
 *
 * @param evidence the sentences that answer, empty when nothing does
 * @param also     those of a second section, where the question asks for two things that no section has both: one
 *                 sentence and those that are told with it
 * @param hits     the nearest passages, best first; also there when nothing answers, empty when no passage is near
 */
public record Finding(Optional<Evidence> evidence, Optional<Evidence> also, List<Hit> hits) {

    public Finding {
        hits = List.copyOf(hits);
    }

    /** Of one section at most. */
    public Finding(Optional<Evidence> evidence, List<Hit> hits) {
        this(evidence, Optional.empty(), hits);
    }
}
