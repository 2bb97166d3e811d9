package bankassistant.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import bankassistant.model.ModelFileException;
import bankassistant.model.TextTokens;
import bankassistant.model.TokenTagger;
import bankassistant.model.tagging.TagDecoder;
import bankassistant.model.tagging.Windows;
import bankassistant.model.tagging.Windows.Window;
import bankassistant.model.weights.BertConfig;
import bankassistant.model.weights.HeadAdapter;
import bankassistant.model.weights.HeadTensors;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A head of tags on every token of an encoder whose adapter is merged into a copy of the encoder's blocks, in 8 bits: every
 * message goes through it before anything else happens, and so it takes a third of the time that the adapter beside the
 * float32 weights took. The embeddings are the encoder's.
 */
final class EncoderTagger implements TokenTagger, AutoCloseable {

    /** Windows of one pass: more need memory, and gain nothing. */
    private static final int TOGETHER = 8;
    private static final BertConfig CONFIG = PackagedEncoder.CONFIG;

    private final TorchEncoder encoder;
    private final TorchScript network;

    /**
     * Merges and quantizes. On the encoder's thread.
     *
     * @param weights the encoder's, which may be closed afterwards
     */
    EncoderTagger(TorchEncoder encoder, EncoderWeights weights, HeadAdapter adapter) throws ModelFileException {
        if (adapter.classes() != TAGS) {
            throw new ModelFileException(Path.of(adapter.name()), HeadTensors.WEIGHT,
                    "has " + adapter.classes() + " tags, not " + TAGS);
        }
        this.encoder = encoder;
        this.network = new TorchScript("encoder-tagger.torchscript.txt");
        try (Filling filling = new Filling(network, weights.tensors(), network.manager().newSubManager())) {
            filling.fill(adapter);
        } catch (ModelFileException | RuntimeException e) {
            network.close();
            throw e;
        }
    }

    private record Filling(TorchScript network, List<ByteBuffer> tensors, NDManager scope) implements AutoCloseable {

        void fill(HeadAdapter adapter) throws ModelFileException {
            network.call(scope, "probe", CONFIG.width());
            for (EncoderShape.Linear linear : EncoderShape.linears(CONFIG)) {
                merge(linear, adapter);
            }
            for (int norm : EncoderShape.norms(CONFIG)) {
                network.call(scope, "add", part(norm, scope));
            }
            network.call(scope, "add", scope.create(adapter.weight(), new Shape(TAGS, CONFIG.width())));
            network.call(scope, "add", scope.create(adapter.bias()));
        }

        private void merge(EncoderShape.Linear linear, HeadAdapter adapter) throws ModelFileException {
            int parts = linear.names().size();
            // a layer without an adapter gets one of zeros
            int rank = Math.max(1, adapter.rank(linear.names()));
            try (NDManager layer = scope.newSubManager()) {
                network.call(layer, "add_layer", part(linear.weight(), layer), part(linear.weight() + 1, layer),
                        layer.create(adapter.down(linear.names(), linear.in(), rank),
                                new Shape(linear.in(), (long) parts * rank)),
                        layer.create(adapter.up(linear.names(), linear.out(), rank),
                                new Shape(parts, rank, linear.out())));
            }
        }

        private NDArray part(int index, NDManager manager) {
            return manager.create(tensors.get(index), new Shape(EncoderShape.parts(CONFIG).get(index).shape()),
                    DataType.FLOAT32);
        }

        @Override
        public void close() {
            scope.close();
        }
    }

    @Override
    public List<Tagged> tag(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        List<Window> windows = Windows.of(text);
        List<List<Tagged>> found = new ArrayList<>();
        for (int from = 0; from < windows.size(); from += TOGETHER) {
            List<Window> some = windows.subList(from, Math.min(windows.size(), from + TOGETHER));
            List<TextTokens> tokens = some.stream().map(window -> encoder.tokens(window.text())).toList();
            List<float[][]> logits = encoder.tagLogits(tokens, network);
            for (int i = 0; i < some.size(); i++) {
                found.add(TagDecoder.places(some.get(i).text(), tokens.get(i), logits.get(i)));
            }
        }
        return Windows.joined(windows, found);
    }

    /** On the encoder's thread. */
    @Override
    public void close() {
        network.close();
    }
}
