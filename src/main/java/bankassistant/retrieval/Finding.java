package bankassistant.retrieval;

import java.util.List;
import java.util.Optional;

/**
 * What a search for an answer found.
 *
 * @param evidence the sentences that answer, empty when nothing does
 * @param hits     the nearest passages, best first; also there when nothing answers, empty when no passage is near
 */
public record Finding(Optional<Evidence> evidence, List<Hit> hits) {

    public Finding {
        hits = List.copyOf(hits);
    }
}
