package bankassistant.answering;

import bankassistant.model.Generation.FinishReason;
import bankassistant.policy.Sentences;
import java.util.List;

/**
 * What the model wrote, not checked yet.
 *
 * @param promptTokens of the prompt
 * @param answerTokens of the text
 * @param firstTokenMillis from the request to the first piece of text, in milliseconds; 0 if none came
 */
public record Writing(String text, FinishReason finish, int promptTokens, int answerTokens, double firstTokenMillis) {

    /** The text sentence by sentence. */
    public List<String> sentences() {
        return Sentences.of(text);
    }

    /** This and what was written after it for the same answer. */
    Writing and(Writing later) {
        return new Writing(later.text, later.finish, Math.max(promptTokens, later.promptTokens),
                answerTokens + later.answerTokens, firstTokenMillis);
    }
}
