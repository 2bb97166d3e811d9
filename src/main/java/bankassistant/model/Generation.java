package bankassistant.model;

import java.time.Duration;

/**
 * A finished answer.
 *
 * @param text          what was written, without the stop string or end token
 * @param finish        why it ended
 * @param promptTokens  tokens of the prompt, cached ones included
 * @param cachedTokens  how many of them were in the KV cache already
 * @param answerTokens  tokens decoded, the end token not counted
 * @param draftedTokens how many of these were accepted from a draft
 * @param prefill       time to compute the prompt
 * @param decode        time to decode the answer
 */
public record Generation(String text, FinishReason finish, int promptTokens, int cachedTokens, int answerTokens,
        int draftedTokens, Duration prefill, Duration decode) {

    /** Why a generation ended. */
    public enum FinishReason {
        /** The model ended its turn. */
        END_OF_TURN,
        /** A stop string was written. */
        STOP_STRING,
        /** {@link GenerationOptions#maxTokens()} was reached. */
        LENGTH,
        /** The listener asked to stop. */
        CANCELLED
    }
}
