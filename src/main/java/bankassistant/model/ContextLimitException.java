package bankassistant.model;

/** A prompt and the answer asked for don't fit the context together. */
public final class ContextLimitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ContextLimitException(int promptTokens, int maxTokens, int contextLength) {
        super("A prompt of %,d tokens and an answer of up to %,d don't fit the context of %,d tokens"
                .formatted(promptTokens, maxTokens, contextLength));
    }
}
