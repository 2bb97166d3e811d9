package bankassistant.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import bankassistant.model.ModelFileException;
import bankassistant.model.weights.LlamaConfig;
import bankassistant.model.weights.WeightSource;
import java.util.Arrays;
import java.util.List;

/** What all decoders in training have: the frozen weights and how token ids are laid out. */
record FrozenDecoder(AdaptedNetwork network, WeightSource source, ProductType products) {

    /** Tokens of a row, at most. */
    static final int LONGEST = 2048;

    /** Adds a model's weights in the order of {@code decoder-training.torchscript.txt}. On the thread. */
    static void add(AdaptedNetwork network, WeightSource source, ProductType products) throws ModelFileException {
        LlamaConfig config = source.config();
        FrozenDecoder frozen = new FrozenDecoder(network, source, products);
        long width = config.width();
        boolean tied = !source.names().contains("lm_head.weight");
        long[] table = {config.vocabulary(), width};
        network.addFrozen(source.floats("model.embed_tokens.weight"), table, products, true);
        network.addFrozen(source.floats("model.norm.weight"), new long[]{width}, products, false);
        frozen.addAngles(config);
        for (int layer = 0; layer < config.layers(); layer++) {
            String block = "model.layers." + layer + ".";
            frozen.add(block + "input_layernorm");
            frozen.add(block + "self_attn.q_proj", block + "self_attn.k_proj", block + "self_attn.v_proj");
            frozen.add(block + "self_attn.o_proj");
            frozen.add(block + "post_attention_layernorm");
            frozen.add(block + "mlp.gate_proj", block + "mlp.up_proj");
            frozen.add(block + "mlp.down_proj");
        }
        network.addFrozen(source.floats(tied ? "model.embed_tokens.weight" : "lm_head.weight"), table, products, true);
    }

    /** Layers side by side that share their input, as one. */
    private void add(String... names) throws ModelFileException {
        float[] joined = new float[0];
        long[] shape = {0, 0};
        for (String name : names) {
            float[] values = source.floats(name + ".weight");
            int[] part = source.shape(name + ".weight");
            int at = joined.length;
            joined = Arrays.copyOf(joined, at + values.length);
            System.arraycopy(values, 0, joined, at, values.length);
            shape = part.length == 1 ? new long[]{part[0]} : new long[]{shape[0] + part[0], part[1]};
        }
        network.addFrozen(joined, shape, products, shape.length == 2);
    }

    /** Cosine and sine of each position's angles (RoFormer, arXiv 2104.09864), each angle twice. */
    private void addAngles(LlamaConfig config) {
        int positions = Math.min(config.contextLength(), LONGEST);
        int size = config.headSize();
        float[] cosine = new float[positions * size];
        float[] sine = new float[positions * size];
        for (int position = 0; position < positions; position++) {
            for (int i = 0; i < size; i++) {
                double angle = position * Math.pow(config.ropeBase(), -2.0 * (i % (size / 2)) / size);
                cosine[position * size + i] = (float) Math.cos(angle);
                sine[position * size + i] = (float) Math.sin(angle);
            }
        }
        long[] shape = {positions, size};
        network.addFrozen(cosine, shape, ProductType.FLOAT32, false);
        network.addFrozen(sine, shape, ProductType.FLOAT32, false);
    }

    /** Token ids {@code [rows, longest]}, padded behind: what comes later no token sees. */
    static NDArray padded(List<int[]> rows, NDManager scope) {
        int length = length(rows);
        long[] ids = new long[rows.size() * length];
        for (int row = 0; row < rows.size(); row++) {
            int[] tokens = rows.get(row);
            for (int i = 0; i < tokens.length; i++) {
                ids[row * length + i] = tokens[i];
            }
        }
        return scope.create(ids, new Shape(rows.size(), length));
    }

    /** Of the longest row. */
    static int length(List<int[]> rows) {
        int length = rows.stream().mapToInt(row -> row.length).max().orElseThrow();
        if (length > LONGEST) {
            throw new IllegalArgumentException("a row has %,d tokens, at most %,d are trained on".formatted(length,
                    LONGEST));
        }
        return length;
    }
}
