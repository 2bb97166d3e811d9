package bankassistant.model.torch;

import ai.djl.ndarray.NDArray;
import bankassistant.model.training.BatchLoss;
import bankassistant.model.training.LabelledBatch;
import bankassistant.model.training.LowRank;
import bankassistant.model.training.Regularization;
import bankassistant.model.training.TrainableClassifier;
import bankassistant.model.weights.BertConfig;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/**
 * An encoder with low-rank adapters and a head of classes on its CLS token, for training. The frozen weights are float32 or
 * bfloat16, what is trained is float32.
 */
public final class TrainableEncoder extends TorchTraining<LabelledBatch> implements TrainableClassifier {

    /** Tokens of a message that are looked at. */
    static final int LONGEST = 128;
    static final String BASE = "BAAI/bge-small-en-v1.5";

    private final BertConfig config;
    private final EncoderTokenizer tokenizer;
    private final LowRank adapters;
    private final Regularization regularization;
    private final int classes;

    private TrainableEncoder(TorchThread thread, BertConfig config, EncoderTokenizer tokenizer, LowRank adapters,
            Regularization regularization, int classes, ProductType products, AdaptedNetwork network) {
        super(thread, products, network);
        this.config = config;
        this.tokenizer = tokenizer;
        this.adapters = adapters;
        this.regularization = regularization;
        this.classes = classes;
    }

    /**
     * The encoder that the application is packaged with, untrained: B is zero, so that it computes what the encoder does.
     *
     * @param seed of the first values of A and the head
     */
    public static TrainableEncoder open(TorchThread thread, LowRank adapters, Regularization regularization,
            int classes, long seed) throws IOException {
        PackagedEncoder source = new PackagedEncoder();
        var weights = source.weights();
        List<float[]> values = EncoderShape.parts(weights.config()).stream().map(part -> part.values(weights)).toList();
        try (InputStream json = source.tokenizer()) {
            return of(thread, weights.config(), values, new EncoderTokenizer(json), adapters, regularization, classes,
                    ProductType.quickest(thread), seed);
        }
    }

    /** @param values in the order of {@link EncoderShape#parts} */
    static TrainableEncoder of(TorchThread thread, BertConfig config, List<float[]> values, EncoderTokenizer tokenizer,
            LowRank adapters, Regularization regularization, int classes, ProductType products, long seed) {
        AdaptedNetwork network = new AdaptedNetwork(thread, "encoder-training.torchscript.txt",
                AdapterSlot.of(config, adapters, classes));
        TrainableEncoder encoder = new TrainableEncoder(thread, config, tokenizer, adapters, regularization, classes,
                products, network);
        try {
            thread.run(() -> fill(network, config, values, products, seed));
            return encoder;
        } catch (RuntimeException | Error e) {
            encoder.close();
            throw e;
        }
    }

    /** Gives a network the encoder's weights, then its adapters and head their first values. On the thread. */
    static void fill(AdaptedNetwork network, BertConfig config, List<float[]> values, ProductType products, long seed) {
        List<EncoderShape.Part> parts = EncoderShape.parts(config);
        for (int i = 0; i < parts.size(); i++) {
            boolean product = i >= EncoderShape.EMBEDDINGS && parts.get(i).shape().length == 2;
            network.addFrozen(values.get(i), parts.get(i).shape(), products, product);
        }
        network.addParameters(seed);
    }

    @Override
    public int[] ids(String text) {
        return Arrays.stream(PaddedTokens.cut(tokenizer.ids(text), LONGEST)).mapToInt(Math::toIntExact).toArray();
    }

    private static List<long[]> tokens(LabelledBatch batch) {
        return batch.ids().stream().map(row -> Arrays.stream(row).asLongStream().toArray()).toList();
    }

    @Override
    public String base() {
        return BASE;
    }

    @Override
    public BatchLoss accumulate(LabelledBatch batch, double weight, long seed) {
        return accumulate(batch, seed, scope -> {
            PaddedTokens padded = PaddedTokens.of(tokens(batch), scope);
            NDArray settings = scope.create(new double[]{config.heads(), adapters.scale(), regularization.dropout(),
                    regularization.contrast(), regularization.temperature()});
            return script().callRecording(scope, "accumulate", padded.ids(), padded.mask(),
                    scope.create(batch.targets()), settings, scope.create((float) weight)).head();
        });
    }

    @Override
    public float[][] logits(LabelledBatch batch) {
        return rows(computed(scope -> {
            PaddedTokens padded = PaddedTokens.of(tokens(batch), scope);
            return script().call(scope, "logits", padded.ids(), padded.mask(), config.heads(), adapters.scale()).head();
        }), classes);
    }

    @Override
    public void close() {
        super.close();
        if (tokenizer != null) {
            tokenizer.close();
        }
    }
}
