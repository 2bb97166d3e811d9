package bankassistant.model;

/**
 * A language model with immutable weights. One instance serves many sessions; who opened it closes it, after its
 * sessions.
 *
 * <p>Methods may be called from any thread; an implementation that needs one thread for its native code moves the work
 * there itself.
 */
public interface LanguageModel extends AutoCloseable {

    /** What the model is: name, hashes of its files, precision and device. */
    ModelInfo info();

    Tokenizer tokenizer();

    /** The most tokens a prompt and its answer may have together. */
    int contextLength();

    /** Opens a session with an empty KV cache of its own. */
    LanguageSession open();

    /**
     * The model's perplexity on a text, computed in windows of at most the context length.
     *
     * @throws IllegalArgumentException if the text has fewer than two tokens
     */
    Score score(String text);

    @Override
    void close();
}
