package bankassistant.answering;

import bankassistant.retrieval.Evidence;
import java.util.List;

/**
 * The evidence as it stands: the answer that needs no check, and the one to fall back on.
 *
 * @param sentences in the policy's own words
 */
public record Quotation(List<String> sentences) {

    public Quotation {
        sentences = List.copyOf(sentences);
    }

    public static Quotation of(Evidence evidence) {
        return new Quotation(evidence.sentences().stream().map(evidence.passage().section()::sentence).toList());
    }

    /** The sentences, joined by a space. */
    public String text() {
        return String.join(" ", sentences);
    }
}
