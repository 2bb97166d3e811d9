package bankassistant.model.torch;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import bankassistant.model.ModelFileException;
import bankassistant.model.weights.BertConfig;
import bankassistant.model.weights.HeadAdapter;
import java.util.List;

/** Adds adapters with heads to an encoder's network, in the order it takes them. */
final class EncoderAdapters {

    private EncoderAdapters() {}

    /**
     * On the encoder's thread.
     *
     * @param addAdapter the network's method for a layer's A and B of all adapters
     * @param addHead    the network's method for a head's weight and bias
     */
    static void add(TorchScript network, List<HeadAdapter> heads, String addAdapter, String addHead)
            throws ModelFileException {
        BertConfig config = PackagedEncoder.CONFIG;
        Layers layers = new Layers(network, heads, addAdapter);
        for (int layer = 0; layer < config.layers(); layer++) {
            String block = "encoder.layer." + layer + ".";
            String self = block + "attention.self.";
            layers.add(List.of(self + "query", self + "key", self + "value"), config.width(), config.width());
            layers.add(List.of(block + "attention.output.dense"), config.width(), config.width());
            layers.add(List.of(block + "intermediate.dense"), config.width(), config.intermediate());
            layers.add(List.of(block + "output.dense"), config.intermediate(), config.width());
        }
        for (HeadAdapter head : heads) {
            try (NDManager scope = network.manager().newSubManager()) {
                network.call(scope, addHead, scope.create(head.weight(), new Shape(head.classes(), config.width())),
                        scope.create(head.bias()));
            }
        }
    }

    private record Layers(TorchScript network, List<HeadAdapter> heads, String method) {

        void add(List<String> modules, int in, int out) throws ModelFileException {
            int rank = heads.stream().mapToInt(head -> head.rank(modules)).max().orElseThrow();
            int parts = modules.size();
            float[][] down = new float[heads.size()][];
            float[][] up = new float[heads.size()][];
            for (int i = 0; i < heads.size(); i++) {
                down[i] = heads.get(i).down(modules, in, rank);
                up[i] = heads.get(i).up(modules, out, rank);
            }
            try (NDManager scope = network.manager().newSubManager()) {
                network.call(scope, method,
                        scope.create(joined(down), new Shape(heads.size(), in, (long) parts * rank)),
                        scope.create(joined(up), new Shape(heads.size(), parts, rank, out)));
            }
        }

        private static float[] joined(float[][] parts) {
            float[] joined = new float[parts.length * parts[0].length];
            for (int i = 0; i < parts.length; i++) {
                System.arraycopy(parts[i], 0, joined, i * parts[0].length, parts[0].length);
            }
            return joined;
        }
    }
}
