package bankassistant.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * Texts as one batch, the shorter ones padded.
 *
 * @param ids  {@code [texts, length]}
 * @param mask {@code [texts, 1, 1, length]}, added to attention: 0 at tokens, very negative at padding; empty if there is none
 */
record PaddedTokens(NDArray ids, NDArray mask) {

    private static final float PADDING = -1.0e4f;

    static PaddedTokens of(List<long[]> texts, NDManager manager) {
        int length = texts.stream().mapToInt(text -> text.length).max().orElseThrow();
        boolean padded = texts.stream().anyMatch(text -> text.length < length);
        long[] ids = new long[texts.size() * length];
        float[] mask = new float[padded ? ids.length : 0];
        for (int row = 0; row < texts.size(); row++) {
            long[] text = texts.get(row);
            System.arraycopy(text, 0, ids, row * length, text.length);
            if (padded) {
                Arrays.fill(mask, row * length + text.length, (row + 1) * length, PADDING);
            }
        }
        Shape shape = padded ? new Shape(texts.size(), 1, 1, length) : new Shape(0);
        return new PaddedTokens(manager.create(ids, new Shape(texts.size(), length)),
                manager.create(FloatBuffer.wrap(mask), shape, DataType.FLOAT32));
    }

    /** A text cut to a length; its last token, which ends it, stays. */
    static long[] cut(long[] ids, int longest) {
        if (ids.length <= longest) {
            return ids;
        }
        long[] cut = Arrays.copyOf(ids, longest);
        cut[longest - 1] = ids[ids.length - 1];
        return cut;
    }
}
