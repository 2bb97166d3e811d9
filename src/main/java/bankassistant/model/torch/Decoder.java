package bankassistant.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import bankassistant.model.weights.LlamaConfig;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.LongStream;

/** The decoder's network with its weights. To be used and closed on the {@link TorchThread}. */
final class Decoder implements AutoCloseable {

    private final TorchScript script;
    private final LlamaConfig config;
    private final int contextLength;

    /**
     * A decoder without weights yet: they are added in their order.
     *
     * @param contextLength the most positions, which the rotary factors are made for
     */
    Decoder(LlamaConfig config, int contextLength) {
        this.config = config;
        this.contextLength = contextLength;
        this.script = new TorchScript("decoder.torchscript.txt");
    }

    /** Adds the embeddings and with them the tables that need no weights; before all layers. */
    void addTables(NDArray embeddings) {
        try (Arena arena = Arena.ofShared(); NDManager scratch = script.manager().newSubManager()) {
            script.call(scratch, "add_table", embeddings);
            script.call(scratch, "add_table", rotaryFactors(scratch, arena));
            script.call(scratch, "add_table", Rotation.of(config, scratch).gated());
            script.call(scratch, "probe", config.width());
        }
    }

    void addExact(NDArray layer) {
        try (NDManager scratch = script.manager().newSubManager()) {
            script.call(scratch, "add_exact", layer);
        }
    }

    void addQuantized(NDArray integers, NDArray scales) {
        try (NDManager scratch = script.manager().newSubManager()) {
            script.call(scratch, "add_quantized", integers, scales);
        }
    }

    /** For each position and head the numbers cos + i sin that turn its pairs (RoFormer); 1 + 0i for the values. */
    private NDArray rotaryFactors(NDManager manager, Arena arena) {
        int half = config.headSize() / 2;
        int turned = config.heads() + config.keyValueHeads();
        int all = turned + config.keyValueHeads();
        int headValues = 2 * half;
        ByteBuffer table = arena.allocate((long) contextLength * all * headValues * Float.BYTES, Long.BYTES)
                .asByteBuffer().order(ByteOrder.nativeOrder());
        float[] factors = new float[all * headValues];
        for (int position = 0; position < contextLength; position++) {
            for (int i = 0; i < half; i++) {
                double angle = position * Math.pow(config.ropeBase(), -(double) i / half);
                factors[2 * i] = (float) Math.cos(angle);
                factors[2 * i + 1] = (float) Math.sin(angle);
            }
            for (int head = 1; head < turned; head++) {
                System.arraycopy(factors, 0, factors, head * headValues, headValues);
            }
            for (int at = turned * headValues; at < all * headValues; at += 2) {
                factors[at] = 1;
            }
            table.asFloatBuffer().put(position * factors.length, factors);
        }
        return manager.create(table, new Shape(contextLength, all, half, 2), DataType.FLOAT32);
    }

    LlamaConfig config() {
        return config;
    }

    int contextLength() {
        return contextLength;
    }

    /** The parent of all tensors made for this decoder. */
    NDManager manager() {
        return script.manager();
    }

    /** A KV cache of zeros: {@code [layers, 2, key-value heads, capacity, head size]}. */
    NDArray newCache(NDManager manager, int capacity) {
        return manager.zeros(new Shape(config.layers(), 2, config.keyValueHeads(), capacity, config.headSize()),
                DataType.FLOAT32);
    }

    /** Computes a step and gives the likeliest next token after each of its last {@code wanted} tokens. */
    int[] greedy(int[] ids, NDArray cache, int start, int wanted) {
        try (NDManager scratch = script.manager().newSubManager()) {
            long[] tokens = call(scratch, "greedy", tensor(ids, scratch), cache, start, wanted).toLongArray();
            return LongStream.of(tokens).mapToInt(Math::toIntExact).toArray();
        }
    }

    /** Computes a step and gives the logits after its last token. */
    float[] logits(int[] ids, NDArray cache, int start) {
        try (NDManager scratch = script.manager().newSubManager()) {
            return call(scratch, "logits", tensor(ids, scratch), cache, start, 1).toFloatArray();
        }
    }

    /** Computes a step without a result: its tokens are in the cache then. */
    void fill(int[] ids, NDArray cache, int start) {
        try (NDManager scratch = script.manager().newSubManager()) {
            call(scratch, "hidden", tensor(ids, scratch), cache, start, 1);
        }
    }

    /**
     * Scores a text from its beginning.
     *
     * @return for each token but the last: the negative log-likelihood of the one after it, in nats, and the likeliest
     */
    float[][] score(int[] ids) {
        int count = ids.length - 1;
        try (NDManager scratch = script.manager().newSubManager()) {
            NDArray cache = newCache(scratch, count);
            float[] flat = call(scratch, "score", tensor(java.util.Arrays.copyOf(ids, count), scratch),
                    tensor(java.util.Arrays.copyOfRange(ids, 1, ids.length), scratch), cache).toFloatArray();
            float[][] scores = new float[count][];
            for (int i = 0; i < count; i++) {
                scores[i] = new float[]{flat[2 * i], flat[2 * i + 1]};
            }
            return scores;
        }
    }

    private NDArray call(NDManager manager, String method, Object... arguments) {
        Object[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = config.rmsEpsilon();
        NDList result = script.call(manager, method, all);
        return result.singletonOrThrow();
    }

    private static NDArray tensor(int[] ids, NDManager manager) {
        return manager.create(java.util.Arrays.stream(ids).asLongStream().toArray());
    }

    @Override
    public void close() {
        script.close();
    }
}
