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

    /** On the encoder's thread. */
    static void add(TorchScript network, List<HeadAdapter> heads) throws ModelFileException {
        BertConfig config = PackagedEncoder.CONFIG;
        Layers layers = new Layers(network, heads);
        for (EncoderShape.Linear linear : EncoderShape.linears(config)) {
            layers.add(linear.names(), linear.in(), linear.out());
        }
        for (HeadAdapter head : heads) {
            try (NDManager scope = network.manager().newSubManager()) {
                network.call(scope, "add_head", scope.create(head.weight(), new Shape(head.classes(), config.width())),
                        scope.create(head.bias()));
            }
        }
    }

    private record Layers(TorchScript network, List<HeadAdapter> heads) {

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
                network.call(scope, "add_adapter",
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
