package bankassistant.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import bankassistant.model.ModelFileException;
import bankassistant.model.weights.LlamaConfig;
import bankassistant.model.weights.LlamaTensors;
import bankassistant.model.weights.WeightSource;
import java.util.Arrays;
import java.util.Map;

/**
 * Makes the decoder's linear layers out of a model's weights: fused, rotated, with the norms' gains folded in. To be used
 * on the {@link TorchThread}.
 */
final class DecoderPreparation implements AutoCloseable {

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
        try (NDManager scratch = manager.newSubManager()) {
            NDArray layer = index == layers(config) - 1 ? head(scratch) : inBlock(index / 4, index % 4, scratch);
            layer.attach(manager);
            return layer;
        }
    }

    private NDArray inBlock(int block, int kind, NDManager scratch) throws ModelFileException {
        String prefix = "model.layers." + block + ".";
        return switch (kind) {
            case 0 -> call(scratch, "qkv", weight(prefix + "self_attn.q_proj", scratch),
                    weight(prefix + "self_attn.k_proj", scratch), weight(prefix + "self_attn.v_proj", scratch),
                    weight(prefix + "input_layernorm", scratch), rotation.signs(), rotation.hadamard(),
                    rotation.cosine(), rotation.values());
            case 1 -> call(scratch, "output", weight(prefix + "self_attn.o_proj", scratch), rotation.signs(),
                    rotation.hadamard(), rotation.cosine(), rotation.values());
            case 2 -> call(scratch, "gated", weight(prefix + "mlp.gate_proj", scratch),
                    weight(prefix + "mlp.up_proj", scratch), weight(prefix + "post_attention_layernorm", scratch),
                    rotation.signs(), rotation.hadamard(), rotation.cosine());
            default -> call(scratch, "down", weight(prefix + "mlp.down_proj", scratch), rotation.signs(),
                    rotation.hadamard(), rotation.cosine(), rotation.gated());
        };
    }

    private NDArray head(NDManager scratch) throws ModelFileException {
        return call(scratch, "head", weight(tied ? "model.embed_tokens" : "lm_head", scratch),
                weight("model.norm", scratch), rotation.signs(), rotation.hadamard(), rotation.cosine());
    }

    /** The embeddings in float32, {@code [vocabulary, width]}, rotated as the residual stream is. */
    NDArray embeddings(NDManager manager) throws ModelFileException {
        try (NDManager scratch = manager.newSubManager()) {
            NDArray rotated = call(scratch, "reads", weight("model.embed_tokens", scratch), rotation.signs(),
                    rotation.hadamard(), rotation.cosine());
            rotated.attach(manager);
            return rotated;
        }
    }

    /** The same numbers in float16. */
    NDArray half(NDArray numbers, NDManager manager) {
        return call(manager, "half", numbers);
    }

    /** The weights as 8-bit integers {@code [out, in]} and the scales of the rows {@code [out]}. */
    NDList quantize(NDArray layer, NDManager manager) {
        return script.call(manager, "quantize", layer);
    }

    private NDArray call(NDManager manager, String method, Object... arguments) {
        return script.call(manager, method, arguments).singletonOrThrow();
    }

    private NDArray weight(String name, NDManager manager) throws ModelFileException {
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
        float[] values = source.floats(full);
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new ModelFileException(source.name(), full, "holds " + value + ", which is no finite number");
            }
        }
        return manager.create(values, new Shape(Arrays.stream(shape).asLongStream().toArray()));
    }

    @Override
    public void close() {
        script.close();
    }
}
