package bankassistant.model.torch;

import ai.djl.ndarray.NDArray;
import bankassistant.model.ModelFileException;
import bankassistant.model.Tokenizer;
import bankassistant.model.training.BatchLoss;
import bankassistant.model.training.LabelledBatch;
import bankassistant.model.training.LowRank;
import bankassistant.model.training.Regularization;
import bankassistant.model.training.TrainableClassifier;
import bankassistant.model.weights.LlamaConfig;
import bankassistant.model.weights.WeightSource;
import java.util.Arrays;

/** A language model with low-rank adapters and a head of classes on a text's last token, for training. */
public final class DecoderClassifier extends TorchTraining<LabelledBatch> implements TrainableClassifier {

    /** Tokens of a message that are looked at. */
    private static final int LONGEST = 128;
    private static final String END = "<|im_end|>";
    private static final String BASE = "HuggingFaceTB/SmolLM2-135M-Instruct";

    private final LlamaConfig config;
    private final Tokenizer tokenizer;
    private final LowRank adapters;
    private final Regularization regularization;
    private final int classes;

    private DecoderClassifier(TorchThread thread, LlamaConfig config, Tokenizer tokenizer, LowRank adapters,
            Regularization regularization, int classes, ProductType products, AdaptedNetwork network) {
        super(thread, products, network);
        this.config = config;
        this.tokenizer = tokenizer;
        this.adapters = adapters;
        this.regularization = regularization;
        this.classes = classes;
    }

    /**
     * An untrained adapter and head on a model.
     *
     * @param source    read, not closed
     * @param tokenizer becomes this object's to close
     * @param seed      of the first values of A and the head
     * @throws ModelFileException if a weight can't be used
     */
    public static DecoderClassifier open(TorchThread thread, WeightSource source, Tokenizer tokenizer,
            LowRank adapters, Regularization regularization, int classes, long seed) throws ModelFileException {
        return open(thread, source, tokenizer, adapters, regularization, classes, ProductType.quickest(thread), seed);
    }

    static DecoderClassifier open(TorchThread thread, WeightSource source, Tokenizer tokenizer, LowRank adapters,
            Regularization regularization, int classes, ProductType products, long seed) throws ModelFileException {
        if (regularization.contrast() > 0) {
            throw new IllegalArgumentException("a language model is trained without a contrastive loss");
        }
        LlamaConfig config = source.config();
        AdaptedNetwork network = new AdaptedNetwork(thread, "decoder-training.torchscript.txt",
                AdapterSlot.of(config, adapters, classes));
        DecoderClassifier classifier = new DecoderClassifier(thread, config, tokenizer, adapters, regularization,
                classes, products, network);
        try {
            return thread.call(() -> {
                FrozenDecoder.add(network, source, products);
                network.addParameters(seed);
                return classifier;
            });
        } catch (RuntimeException | Error e) {
            classifier.close();
            throw e;
        }
    }

    /** The text's tokens and the token that ends a turn, on which the head stands. */
    @Override
    public int[] ids(String text) {
        int[] ids = tokenizer.encode(text);
        int length = Math.min(ids.length, LONGEST - 1);
        int[] ended = Arrays.copyOf(ids, length + 1);
        ended[length] = tokenizer.encodeWithSpecialTokens(END)[0];
        return ended;
    }

    @Override
    public String base() {
        return BASE;
    }

    @Override
    public BatchLoss accumulate(LabelledBatch batch, double weight, long seed) {
        return accumulate(batch, seed, scope -> {
            NDArray settings = scope.create(new double[]{config.keyValueHeads(), adapters.scale(),
                    regularization.dropout(), config.rmsEpsilon()});
            return script().callRecording(scope, "accumulate_classes", FrozenDecoder.padded(batch.ids(), scope),
                    scope.create(lastTokens(batch)), scope.create(batch.targets()), settings,
                    scope.create((float) weight)).head();
        });
    }

    @Override
    public float[][] logits(LabelledBatch batch) {
        return rows(computed(scope -> script().call(scope, "class_logits", FrozenDecoder.padded(batch.ids(), scope),
                scope.create(lastTokens(batch)), config.keyValueHeads(), adapters.scale(), config.rmsEpsilon())
                .head()), classes);
    }

    /** Where the last token of each row stands in the padded batch. */
    private static long[] lastTokens(LabelledBatch batch) {
        int length = FrozenDecoder.length(batch.ids());
        long[] places = new long[batch.rows()];
        for (int row = 0; row < places.length; row++) {
            places[row] = (long) row * length + batch.ids().get(row).length - 1;
        }
        return places;
    }

    @Override
    public void close() {
        super.close();
        if (tokenizer != null) {
            tokenizer.close();
        }
    }
}
