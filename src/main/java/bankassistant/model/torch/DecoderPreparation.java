package bankassistant.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import bankassistant.model.ModelFileException;
import bankassistant.model.weights.LlamaConfig;
import bankassistant.model.weights.LlamaTensors;
import bankassistant.model.weights.WeightSource;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;

/**
 * Makes the decoder's linear layers out of a model's weights: fused, rotated, with the norms' gains folded in. To be used
 * on the {@link TorchThread}.
 */
final class DecoderPreparation implements AutoCloseable {

    private static final String EMBEDDINGS = "model.embed_tokens";
    private static final int PIECE_ROWS = 1024;

    private final WeightSource source;
    private final LlamaConfig config;
    private final boolean tied;
    private final Map<String, int[]> shapes;
    private final TorchScript script;
    private final Rotation rotation;

    DecoderPreparation(WeightSource source) {
        this.source = source;
        this.config = source.config();
        this.tied = !source.names().contains("lm_head.weight");
        this.shapes = LlamaTensors.of(config, tied);
        this.script = new TorchScript("prepare.torchscript.txt");
        this.rotation = Rotation.of(config, script.manager());
    }

    /** How many linear layers a decoder of this shape has: four a block and the head. */
    static int layers(LlamaConfig config) {
        return 4 * config.layers() + 1;
    }

    /**
     * A linear layer in float32.
     *
     * @param index qkv, output, gate and up, down of each block, then the head
     * @return {@code [out, in]}, owned by the manager
     */
    NDArray layer(int index, NDManager manager) throws ModelFileException {
        try (Inputs inputs = Inputs.below(manager)) {
            NDArray layer = isHead(index)
                    ? head(weight(headName(), inputs), inputs)
                    : inBlock(index / 4, index % 4, inputs);
            layer.attach(manager);
            return layer;
        }
    }

    private boolean isHead(int index) {
        return index == layers(config) - 1;
    }

    private NDArray inBlock(int block, int kind, Inputs inputs) throws ModelFileException {
        String prefix = "model.layers." + block + ".";
        NDManager scratch = inputs.manager();
        return switch (kind) {
            case 0 -> call(scratch, "qkv", weight(prefix + "self_attn.q_proj", inputs),
                    weight(prefix + "self_attn.k_proj", inputs), weight(prefix + "self_attn.v_proj", inputs),
                    weight(prefix + "input_layernorm", inputs), rotation.signs(), rotation.hadamard(),
                    rotation.cosine(), rotation.values());
            case 1 -> call(scratch, "output", weight(prefix + "self_attn.o_proj", inputs), rotation.signs(),
                    rotation.hadamard(), rotation.cosine(), rotation.values());
            case 2 -> call(scratch, "gated", weight(prefix + "mlp.gate_proj", inputs),
                    weight(prefix + "mlp.up_proj", inputs), weight(prefix + "post_attention_layernorm", inputs),
                    rotation.signs(), rotation.hadamard(), rotation.cosine());
            default -> call(scratch, "down", weight(prefix + "mlp.down_proj", inputs), rotation.signs(),
                    rotation.hadamard(), rotation.cosine(), rotation.gated());
        };
    }

    private String headName() {
        return tied ? EMBEDDINGS : "lm_head";
    }

    /** Rows of the output layer in float32. */
    private NDArray head(NDArray rows, Inputs inputs) throws ModelFileException {
        return call(inputs.manager(), "head", rows, weight("model.norm", inputs), rotation.signs(),
                rotation.hadamard(), rotation.cosine());
    }

    /** The embeddings in float32, {@code [vocabulary, width]}, rotated as the residual stream is. */
    NDArray embeddings(NDManager manager) throws ModelFileException {
        try (Inputs inputs = Inputs.below(manager)) {
            NDArray rotated = rotated(weight(EMBEDDINGS, inputs), inputs);
            rotated.attach(manager);
            return rotated;
        }
    }

    private NDArray rotated(NDArray rows, Inputs inputs) {
        return call(inputs.manager(), "reads", rows, rotation.signs(), rotation.hadamard(), rotation.cosine());
    }

    /**
     * The embeddings in float16, {@code [vocabulary, width]}, made piece by piece.
     *
     * @param arena holds the numbers; closed after the manager
     */
    NDArray halfEmbeddings(NDManager manager, Arena arena) throws ModelFileException {
        ByteBuffer half = buffer(arena, (long) config.vocabulary() * config.width() * Short.BYTES);
        inPieces(EMBEDDINGS, manager, (rows, inputs) -> half
                .put(call(inputs.manager(), "half", rotated(rows, inputs)).toByteBuffer(true)));
        return manager.create(half.flip(), new Shape(config.vocabulary(), config.width()), DataType.FLOAT16);
    }

    /**
     * A linear layer as 8-bit integers {@code [out, in]} and the scales of the rows {@code [out]}.
     *
     * @param index as for {@link #layer}
     * @param arena holds the numbers of the head; closed after the manager
     */
    NDList quantized(int index, NDManager manager, Arena arena) throws ModelFileException {
        if (!isHead(index)) {
            return script.call(manager, "quantize", layer(index, manager));
        }
        ByteBuffer integers = buffer(arena, (long) config.vocabulary() * config.width());
        ByteBuffer scales = buffer(arena, (long) config.vocabulary() * Float.BYTES);
        inPieces(headName(), manager, (rows, inputs) -> {
            NDList piece = script.call(inputs.manager(), "quantize", head(rows, inputs));
            integers.put(piece.get(0).toByteBuffer(true));
            scales.put(piece.get(1).toByteBuffer(true));
        });
        return new NDList(
                manager.create(integers.flip(), new Shape(config.vocabulary(), config.width()), DataType.INT8),
                manager.create(scales.flip(), new Shape(config.vocabulary()), DataType.FLOAT32));
    }

    /** Takes a large matrix some rows at a time: as one it would need half a gigabyte for a moment. */
    private void inPieces(String name, NDManager manager, Piece action) throws ModelFileException {
        String full = checked(name);
        for (int from = 0; from < config.vocabulary(); from += PIECE_ROWS) {
            try (Inputs inputs = Inputs.below(manager)) {
                int count = Math.min(PIECE_ROWS, config.vocabulary() - from);
                float[] values = finite(full, source.rows(full, from, count));
                action.of(inputs.tensor(values, new Shape(count, config.width())), inputs);
            }
        }
    }

    @FunctionalInterface
    private interface Piece {

        void of(NDArray rows, Inputs inputs) throws ModelFileException;
    }

    private static ByteBuffer buffer(Arena arena, long bytes) {
        return arena.allocate(bytes, Long.BYTES).asByteBuffer().order(ByteOrder.nativeOrder());
    }

    private NDArray call(NDManager manager, String method, Object... arguments) {
        return script.call(manager, method, arguments).singletonOrThrow();
    }

    private NDArray weight(String name, Inputs inputs) throws ModelFileException {
        int[] shape = shapes.get(name + ".weight");
        String full = checked(name);
        return inputs.tensor(finite(full, source.floats(full)),
                new Shape(Arrays.stream(shape).asLongStream().toArray()));
    }

    /** The weight's full name, if it is there and has the shape that the model needs. */
    private String checked(String name) throws ModelFileException {
        String full = name + ".weight";
        if (!source.names().contains(full)) {
            throw new ModelFileException(source.name(), full, "is missing");
        }
        int[] needed = shapes.get(full);
        int[] shape = source.shape(full);
        if (!Arrays.equals(shape, needed)) {
            throw new ModelFileException(source.name(), full, "has the shape %s, the model needs %s"
                    .formatted(Arrays.toString(shape), Arrays.toString(needed)));
        }
        return full;
    }

    private float[] finite(String full, float[] values) throws ModelFileException {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new ModelFileException(source.name(), full, "holds " + value + ", which is no finite number");
            }
        }
        return values;
    }

    /**
     * Tensors made of Java arrays, in memory that is given back at once: the engine's own way leaves it to the garbage
     * collector, which sees no need to run while half a gigabyte piles up.
     */
    private record Inputs(NDManager manager, Arena arena) implements AutoCloseable {

        static Inputs below(NDManager parent) {
            return new Inputs(parent.newSubManager(), Arena.ofShared());
        }

        NDArray tensor(float[] values, Shape shape) {
            ByteBuffer bytes = buffer(arena, (long) values.length * Float.BYTES);
            bytes.asFloatBuffer().put(values);
            return manager.create(bytes, shape, DataType.FLOAT32);
        }

        @Override
        public void close() {
            manager.close();
            arena.close();
        }
    }

    @Override
    public void close() {
        script.close();
    }
}
