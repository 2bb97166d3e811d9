package bankassistant.model.torch;

import bankassistant.model.weights.BertConfig;
import bankassistant.model.weights.BertWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** In which order and form the network takes the tensors of a BERT encoder (Devlin et al. 2018, arXiv 1810.04805). */
final class EncoderShape {

    /** The first parts, of which a text uses a few rows only. */
    static final int EMBEDDINGS = 2;

    private EncoderShape() {}

    /**
     * One tensor of the network.
     *
     * @param shape outermost first
     * @param names of the file's tensors that make it up, laid one after the other
     */
    record Part(long[] shape, List<String> names) {

        int size() {
            int size = 1;
            for (long dimension : shape) {
                size = Math.multiplyExact(size, (int) dimension);
            }
            return size;
        }

        long bytes() {
            return (long) size() * Float.BYTES;
        }

        /** The numbers, not to be changed. */
        float[] values(BertWeights weights) {
            if (names.getFirst().contains("position_embeddings")) {
                return positions(weights);
            }
            if (names.size() == 1) {
                return weights.floats(names.getFirst());
            }
            float[] joined = new float[size()];
            int at = 0;
            for (String name : names) {
                float[] values = weights.floats(name);
                System.arraycopy(values, 0, joined, at, values.length);
                at += values.length;
            }
            return joined;
        }

        /** A text is always the first segment, so its embedding is added to the positions once and for all. */
        private float[] positions(BertWeights weights) {
            float[] positions = weights.floats("embeddings.position_embeddings.weight").clone();
            float[] segments = weights.floats("embeddings.token_type_embeddings.weight");
            for (int i = 0; i < positions.length; i++) {
                positions[i] += segments[i % (int) shape[1]];
            }
            return positions;
        }
    }

    /**
     * Layers that get their input together and may have an adapter each.
     *
     * @param weight place of the weight among the {@link #parts}; the bias follows it
     * @param names  of the layers, whose outputs are laid one after the other
     * @param out    size of the output of each
     */
    record Linear(int weight, List<String> names, int in, int out) {}

    /** Four for each layer: queries, keys and values; attention's output; the feed-forward layer's two. */
    static List<Linear> linears(BertConfig config) {
        List<Linear> linears = new ArrayList<>();
        for (int layer = 0; layer < config.layers(); layer++) {
            int first = firstPart(layer);
            String block = "encoder.layer." + layer + ".";
            String self = block + "attention.self.";
            linears.add(new Linear(first, List.of(self + "query", self + "key", self + "value"), config.width(),
                    config.width()));
            linears.add(new Linear(first + 2, List.of(block + "attention.output.dense"), config.width(),
                    config.width()));
            linears.add(new Linear(first + 6, List.of(block + "intermediate.dense"), config.width(),
                    config.intermediate()));
            linears.add(new Linear(first + 8, List.of(block + "output.dense"), config.intermediate(), config.width()));
        }
        return linears;
    }

    /** Places of gain and bias of the two norms of each layer among the {@link #parts}. */
    static int[] norms(BertConfig config) {
        return IntStream.range(0, config.layers()).map(EncoderShape::firstPart)
                .flatMap(first -> IntStream.of(first + 4, first + 5, first + 10, first + 11)).toArray();
    }

    private static int firstPart(int layer) {
        return EMBEDDINGS + 2 + 12 * layer;
    }

    /** The size of all parts in bytes. */
    static long bytes() {
        return parts(PackagedEncoder.CONFIG).stream().mapToLong(Part::bytes).sum();
    }

    /** The size of the first {@link #EMBEDDINGS} parts in bytes. */
    static long embeddingBytes() {
        return parts(PackagedEncoder.CONFIG).stream().limit(EMBEDDINGS).mapToLong(Part::bytes).sum();
    }

    /** Embeddings and their norm, then 12 tensors for each layer; queries, keys and values are one. */
    static List<Part> parts(BertConfig config) {
        int width = config.width();
        List<Part> parts = new ArrayList<>();
        parts.add(matrix(config.vocabulary(), width, "embeddings.word_embeddings.weight"));
        parts.add(matrix(config.positions(), width, "embeddings.position_embeddings.weight"));
        norm(parts, width, "embeddings.LayerNorm");
        for (int layer = 0; layer < config.layers(); layer++) {
            String prefix = "encoder.layer." + layer + ".";
            String self = prefix + "attention.self.";
            parts.add(matrix(3 * width, width, self + "query.weight", self + "key.weight", self + "value.weight"));
            parts.add(vector(3 * width, self + "query.bias", self + "key.bias", self + "value.bias"));
            linear(parts, width, width, prefix + "attention.output.dense");
            norm(parts, width, prefix + "attention.output.LayerNorm");
            linear(parts, config.intermediate(), width, prefix + "intermediate.dense");
            linear(parts, width, config.intermediate(), prefix + "output.dense");
            norm(parts, width, prefix + "output.LayerNorm");
        }
        return List.copyOf(parts);
    }

    private static void linear(List<Part> parts, int out, int in, String name) {
        parts.add(matrix(out, in, name + ".weight"));
        parts.add(vector(out, name + ".bias"));
    }

    private static void norm(List<Part> parts, int width, String name) {
        parts.add(vector(width, name + ".weight"));
        parts.add(vector(width, name + ".bias"));
    }

    private static Part matrix(int rows, int columns, String... names) {
        return new Part(new long[]{rows, columns}, List.of(names));
    }

    private static Part vector(int size, String... names) {
        return new Part(new long[]{size}, List.of(names));
    }
}
