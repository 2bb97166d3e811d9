package bankassistant.model.weights;

/**
 * The shape of a Llama decoder.
 *
 * @param layers        blocks
 * @param width         of the residual stream
 * @param feedForward   width of the gated layer
 * @param heads         query heads
 * @param keyValueHeads heads of keys and values; divides {@code heads}
 * @param headSize      features of a head
 * @param contextLength most positions
 * @param ropeBase      base of the rotary angles (RoFormer, arXiv 2104.09864)
 * @param rmsEpsilon    added to the mean square in RMS norm
 * @param vocabulary    tokens
 */
public record LlamaConfig(int layers, int width, int feedForward, int heads, int keyValueHeads, int headSize,
        int contextLength, double ropeBase, double rmsEpsilon, int vocabulary) {

    private static final int MAX_LAYERS = 1 << 10;
    private static final int MAX_WIDTH = 1 << 20;
    private static final int MAX_TOKENS = 1 << 24;

    /** @throws IllegalArgumentException if no decoder can have this shape; the message names the value */
    public LlamaConfig {
        requireSize("layers", layers, MAX_LAYERS);
        requireSize("width", width, MAX_WIDTH);
        requireSize("feedForward", feedForward, MAX_WIDTH);
        requireSize("heads", heads, MAX_LAYERS);
        requireSize("keyValueHeads", keyValueHeads, heads);
        requireSize("headSize", headSize, MAX_LAYERS);
        requireSize("contextLength", contextLength, MAX_TOKENS);
        requireSize("vocabulary", vocabulary, MAX_TOKENS);
        require(heads % keyValueHeads == 0, "keyValueHeads", keyValueHeads, "must divide the %d heads", heads);
        require(headSize % 2 == 0, "headSize", headSize, "must be even");
        require(ropeBase >= 1 && ropeBase <= 1e12, "ropeBase", ropeBase, "must lie in [1, 1e12]");
        require(rmsEpsilon > 0 && rmsEpsilon <= 1, "rmsEpsilon", rmsEpsilon, "must lie in (0, 1]");
    }

    private static void requireSize(String name, int value, int most) {
        require(value >= 1 && value <= most, name, value, "must lie in 1 to %d", most);
    }

    private static void require(boolean holds, String name, Object value, String rule, Object... arguments) {
        if (!holds) {
            throw new IllegalArgumentException("%s is %s but %s".formatted(name, value, rule.formatted(arguments)));
        }
    }
}
