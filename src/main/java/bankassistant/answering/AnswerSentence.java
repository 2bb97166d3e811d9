package bankassistant.answering;

import java.util.List;

/**
 * A sentence that may be shown.
 *
 * @param rests   indexes of the section's sentences that it rests on, at least one
 * @param written whether it is the writer's; otherwise the policy's own
 */
public record AnswerSentence(String text, List<Integer> rests, boolean written) {

    public AnswerSentence {
        rests = List.copyOf(rests);
    }
}
