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
        int contextLength, double ropeBase, double rmsEpsilon, int vocabulary) {}
