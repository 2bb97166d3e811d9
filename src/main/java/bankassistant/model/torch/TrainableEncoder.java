package bankassistant.model.torch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import bankassistant.model.training.AdamW;
import bankassistant.model.training.BatchLoss;
import bankassistant.model.training.LabelledBatch;
import bankassistant.model.training.LowRank;
import bankassistant.model.training.Parameter;
import bankassistant.model.training.Regularization;
import bankassistant.model.training.TrainableNetwork;
import bankassistant.model.training.TrainingState;
import bankassistant.model.weights.BertConfig;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An encoder with low-rank adapters and a head of classes on its CLS token, for training. The frozen weights are float32 or
 * bfloat16, what is trained is float32.
 */
public final class TrainableEncoder implements TrainableNetwork<LabelledBatch> {

    /** Tokens of a message that are looked at. */
    static final int LONGEST = 128;
    /** Standard deviation of the head's first weights. */
    private static final double HEAD_DEVIATION = 0.02;

    private final TorchThread thread;
    private final BertConfig config;
    private final EncoderTokenizer tokenizer;
    private final LowRank adapters;
    private final Regularization regularization;
    private final List<AdapterSlot> slots;
    private final List<Integer> trained;
    private final int classes;
    private final ProductType products;
    private final TorchScript network;

    private TrainableEncoder(TorchThread thread, BertConfig config, EncoderTokenizer tokenizer, LowRank adapters,
            Regularization regularization, int classes, ProductType products, TorchScript network) {
        this.thread = thread;
        this.config = config;
        this.tokenizer = tokenizer;
        this.products = products;
        this.adapters = adapters;
        this.regularization = regularization;
        this.classes = classes;
        this.network = network;
        slots = AdapterSlot.of(config, adapters, classes);
        trained = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            if (!slots.get(i).isEmpty()) {
                trained.add(i);
            }
        }
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
        TorchScript network = thread.call(() -> {
            // its optimizer fuses what then can't be differentiated in two types, and is slow whenever lengths change
            JniUtils.setGraphExecutorOptimize(false);
            return new TorchScript("encoder-training.torchscript.txt", "training.torchscript.txt");
        });
        TrainableEncoder encoder = new TrainableEncoder(thread, config, tokenizer, adapters, regularization, classes,
                products, network);
        try {
            thread.run(() -> encoder.fill(values, new SplittableRandom(seed)));
            return encoder;
        } catch (RuntimeException | Error e) {
            encoder.close();
            throw e;
        }
    }

    private void fill(List<float[]> values, SplittableRandom random) {
        List<EncoderShape.Part> parts = EncoderShape.parts(config);
        for (int i = 0; i < parts.size(); i++) {
            boolean product = i > EncoderShape.EMBEDDINGS && parts.get(i).shape().length == 2;
            add(products == ProductType.BFLOAT16 && product ? "add_halved" : "add_frozen", values.get(i),
                    parts.get(i).shape());
        }
        for (AdapterSlot slot : slots) {
            add("add_parameter", slot.firstValues(random, HEAD_DEVIATION), slot.shape());
        }
    }

    private void add(String method, float[] values, long[] shape) {
        try (NDManager scope = network.manager().newSubManager()) {
            network.callRecording(scope, method, scope.create(values, new Shape(shape)));
        }
    }

    /** A text as the encoder takes it, cut to {@link #LONGEST} tokens. */
    public int[] ids(String text) {
        return Arrays.stream(PaddedTokens.cut(tokenizer.ids(text), LONGEST)).mapToInt(Math::toIntExact).toArray();
    }

    private static List<long[]> tokens(LabelledBatch batch) {
        return batch.ids().stream().map(row -> Arrays.stream(row).asLongStream().toArray()).toList();
    }

    /** The type products are computed in: results differ a little between them. */
    public String productType() {
        return products.name();
    }

    @Override
    public List<Parameter> parameters() {
        return trained.stream().map(i -> slots.get(i).parameter()).toList();
    }

    @Override
    public BatchLoss accumulate(LabelledBatch batch, double weight, long seed) {
        return thread.call(() -> {
            Engine.getEngine("PyTorch").setRandomSeed((int) (seed ^ seed >>> 32));
            try (NDManager scope = network.manager().newSubManager()) {
                PaddedTokens padded = PaddedTokens.of(tokens(batch), scope);
                NDArray settings = scope.create(new double[]{config.heads(), adapters.scale(), regularization.dropout(),
                        regularization.contrast(), regularization.temperature()});
                NDArray loss = network.callRecording(scope, "accumulate", padded.ids(), padded.mask(),
                        scope.create(batch.targets()), settings, scope.create((float) weight)).head();
                return new BatchLoss(loss.toFloatArray()[0], batch.tokens());
            }
        });
    }

    @Override
    public double update(AdamW step) {
        return thread.call(() -> {
            try (NDManager scope = network.manager().newSubManager()) {
                double norm = network.call(scope, "norm").head().toDoubleArray()[0];
                if (Double.isFinite(norm)) {
                    step(step, Math.min(1, step.maxNorm() / (norm + 1e-6)), scope);
                } else {
                    network.call(scope, "clear");
                }
                return norm;
            }
        });
    }

    private void step(AdamW step, double share, NDManager scope) {
        for (int i : trained) {
            AdapterSlot slot = slots.get(i);
            double rate = slot.head() ? step.headLearningRate() : step.learningRate();
            double decay = slot.parameter().decays() ? step.weightDecay() : 0;
            network.call(scope, "step", i, share, rate, decay, step.beta1(), step.beta2(), step.epsilon(), step.step());
        }
    }

    @Override
    public float[] gradient(int parameter) {
        return thread.call(() -> {
            try (NDManager scope = network.manager().newSubManager()) {
                return network.call(scope, "gradient", trained.get(parameter)).head().toFloatArray();
            }
        });
    }

    @Override
    public float[][] logits(LabelledBatch batch) {
        return thread.call(() -> {
            try (NDManager scope = network.manager().newSubManager()) {
                PaddedTokens padded = PaddedTokens.of(tokens(batch), scope);
                float[] flat = network.call(scope, "logits", padded.ids(), padded.mask(), config.heads(),
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
        return thread.call(() -> {
            List<List<float[]>> all = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (int i : trained) {
                try (NDManager scope = network.manager().newSubManager()) {
                    NDList tensors = network.call(scope, "state", i);
                    for (int kind = 0; kind < all.size(); kind++) {
                        all.get(kind).add(tensors.get(kind).toFloatArray());
                    }
                }
            }
            return new TrainingState(all.get(0), all.get(1), all.get(2));
        });
    }

    @Override
    public void restore(TrainingState state) {
        TrainingStates.requireFit(state, parameters());
        thread.run(() -> {
            for (int i = 0; i < trained.size(); i++) {
                try (NDManager scope = network.manager().newSubManager()) {
                    Shape shape = new Shape(slots.get(trained.get(i)).shape());
                    network.call(scope, "restore", trained.get(i), scope.create(state.values().get(i), shape),
                            scope.create(state.firstMoments().get(i), shape),
                            scope.create(state.secondMoments().get(i), shape));
                }
            }
        });
    }

    @Override
    public void close() {
        thread.run(network::close);
        if (tokenizer != null) {
            tokenizer.close();
        }
    }
}
