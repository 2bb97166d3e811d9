package bankassistant.model;

/**
 * One conversation's state in a model: a KV cache. Tokens that a prompt shares with the one before it are not computed
 * again.
 *
 * <p>Used by one caller at a time. Closing frees the native memory of the cache.
 */
public interface LanguageSession extends AutoCloseable {

    /**
     * Writes an answer to the prompt. Interrupting the waiting thread cancels the answer within one token, as the
     * listener would; the thread stays interrupted.
     *
     * @param listener hears each piece of text as it is decoded, on the model's own thread, and can stop the answer
     * @throws ContextLimitException if the prompt and {@code options.maxTokens()} don't fit the context together
     */
    Generation generate(Prompt prompt, GenerationOptions options, GenerationListener listener);

    @Override
    void close();
}
