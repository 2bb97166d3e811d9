package bankassistant.model.weights;

/**
 * The shape of a BERT encoder.
 *
 * @param layers       blocks
 * @param width        of the residual stream
 * @param intermediate width of the feed-forward layer
 * @param heads        attention heads; divides {@code width}
 * @param vocabulary   tokens
 * @param positions    most positions
 * @param types        token types
 * @param epsilon      added to the variance in layer norm
 */
public record BertConfig(int layers, int width, int intermediate, int heads, int vocabulary, int positions, int types,
        double epsilon) {

    /** bge-small-en-v1.5. */
    public static final BertConfig BGE_SMALL = new BertConfig(12, 384, 1536, 12, 30_522, 512, 2, 1e-12);
}
