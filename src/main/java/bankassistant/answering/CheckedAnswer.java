package bankassistant.answering;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An answer of checked sentences.
 *
 * @param sentences   in order, at least one
 * @param writing     what the writer wrote, in all; empty if it wrote nothing
 * @param verdict     on the last of what it wrote
 * @param checkMillis that checking took
 */
public record CheckedAnswer(List<AnswerSentence> sentences, Optional<Writing> writing, Optional<Verdict> verdict,
        double checkMillis) {

    public CheckedAnswer {
        sentences = List.copyOf(sentences);
    }

    /** The sentences, joined by a space. */
    public String text() {
        return sentences.stream().map(AnswerSentence::text).collect(Collectors.joining(" "));
    }

    /** Whether it has a sentence of the writer's. */
    public boolean isWritten() {
        return sentences.stream().anyMatch(AnswerSentence::written);
    }
}
