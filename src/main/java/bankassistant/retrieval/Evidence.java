package bankassistant.retrieval;

import java.util.List;

/**
 * The sentences of one passage that answer a question.
 *
 * @param sentences indexes into the section's sentences, ascending, one to three
 * @param score     how sure it is that they answer, 1 at most: the encoder's similarity of the question and the best of them, or a
 *                  probability where a head was asked
 */
public record Evidence(Passage passage, List<Integer> sentences, double score) {

    public Evidence {
        sentences = List.copyOf(sentences);
        if (sentences.isEmpty() || sentences.size() > 3) {
            throw new IllegalArgumentException("evidence has one to three sentences, not " + sentences.size());
        }
    }

    /** The sentences, joined by a space: the quotation. */
    public String text() {
        return String.join(" ", sentences.stream().map(passage.section()::sentence).toList());
    }
}
