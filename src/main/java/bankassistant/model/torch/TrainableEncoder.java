package bankassistant.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import bankassistant.model.training.AdamW;
import bankassistant.model.training.BatchLoss;
import bankassistant.model.training.LabelledBatch;
import bankassistant.model.training.LowRank;
import bankassistant.model.training.Parameter;
import bankassistant.model.training.Regularization;
import bankassistant.model.training.TrainableClassifier;
import bankassistant.model.training.TrainingState;
import bankassistant.model.weights.BertConfig;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/**
 * An encoder with low-rank adapters and a head of classes on its CLS token, for training. The frozen weights are float32 or
 * bfloat16, what is trained is float32.
 */
public final class TrainableEncoder implements TrainableClassifier {

    /** Tokens of a message that are looked at. */
    static final int LONGEST = 128;
    private static final String BASE = "BAAI/bge-small-en-v1.5";

    private final TorchThread thread;
    private final BertConfig config;
    private final EncoderTokenizer tokenizer;
    private final LowRank adapters;
    private final Regularization regularization;
    private final int classes;
    private final ProductType products;
    private final AdaptedNetwork network;

    private TrainableEncoder(TorchThread thread, BertConfig config, EncoderTokenizer tokenizer, LowRank adapters,
            Regularization regularization, int classes, ProductType products, AdaptedNetwork network) {
        this.thread = thread;
        this.config = config;
        this.tokenizer = tokenizer;
        this.products = products;
        this.adapters = adapters;
        this.regularization = regularization;
        this.classes = classes;
        this.network = network;
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
            thread.run(() -> encoder.fill(values, seed));
            return encoder;
        } catch (RuntimeException | Error e) {
            encoder.close();
            throw e;
        }
    }

    private void fill(List<float[]> values, long seed) {
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
    public String productType() {
        return products.name();
    }

    @Override
    public List<Parameter> parameters() {
        return network.parameters();
    }

    @Override
    public BatchLoss accumulate(LabelledBatch batch, double weight, long seed) {
        return thread.call(() -> {
            AdaptedNetwork.seed(seed);
            try (NDManager scope = network.script().manager().newSubManager()) {
                PaddedTokens padded = PaddedTokens.of(tokens(batch), scope);
                NDArray settings = scope.create(new double[]{config.heads(), adapters.scale(), regularization.dropout(),
                        regularization.contrast(), regularization.temperature()});
                NDArray loss = network.script().callRecording(scope, "accumulate", padded.ids(), padded.mask(),
                        scope.create(batch.targets()), settings, scope.create((float) weight)).head();
                return new BatchLoss(loss.toFloatArray()[0], batch.tokens());
            }
        });
    }

    @Override
    public double update(AdamW step) {
        return network.update(step);
    }

    @Override
    public float[] gradient(int parameter) {
        return network.gradient(parameter);
    }

    @Override
    public float[][] logits(LabelledBatch batch) {
        return thread.call(() -> {
            try (NDManager scope = network.script().manager().newSubManager()) {
                PaddedTokens padded = PaddedTokens.of(tokens(batch), scope);
                float[] flat = network.script().call(scope, "logits", padded.ids(), padded.mask(), config.heads(),
                        adapters.scale()).head().toFloatArray();
                float[][] rows = new float[batch.rows()][];
                for (int row = 0; row < rows.length; row++) {
                    rows[row] = Arrays.copyOfRange(flat, row * classes, (row + 1) * classes);
                }
                return rows;
            }
        });
    }

    @Override
    public TrainingState state() {
        return network.state();
    }

    @Override
    public void restore(TrainingState state) {
        network.restore(state);
    }

    @Override
    public void close() {
        network.close();
        if (tokenizer != null) {
            tokenizer.close();
        }
    }
}
