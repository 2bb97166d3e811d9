package bankassistant.model.torch;

import ai.djl.ndarray.NDArray;
import bankassistant.model.ModelFileException;
import bankassistant.model.training.BatchLoss;
import bankassistant.model.training.LowRank;
import bankassistant.model.training.TokenBatch;
import bankassistant.model.weights.LlamaConfig;
import bankassistant.model.weights.WeightSource;

/**
 * A language model with low-rank adapters, for training. The frozen weights are what the file's 4 bits stand for, unpacked once
 * into float32 or bfloat16 (QLoRA, Dettmers et al. 2023, arXiv 2305.14314, unpacks them at each use to save memory, which a model of
 * this size need not); what is trained is float32.
 */
public final class TrainableDecoder extends TorchTraining<TokenBatch> {

    private final LlamaConfig config;
    private final LowRank adapters;
    private final double dropout;
    private boolean recomputing;

    private TrainableDecoder(TorchThread thread, LlamaConfig config, LowRank adapters, double dropout,
            ProductType products, AdaptedNetwork network) {
        super(thread, products, network);
        this.config = config;
        this.adapters = adapters;
        this.dropout = dropout;
    }

    /**
     * An untrained adapter on a model: B is zero, so that it computes what the model does.
     *
     * @param source  read, not closed
     * @param dropout share of the features dropped behind the embeddings, from 0 to below 1
     * @param seed    of the first values of A
     * @throws ModelFileException if a weight can't be used
     */
    public static TrainableDecoder open(TorchThread thread, WeightSource source, LowRank adapters, double dropout,
            long seed) throws ModelFileException {
        return open(thread, source, adapters, dropout, ProductType.quickest(thread), seed);
    }

    static TrainableDecoder open(TorchThread thread, WeightSource source, LowRank adapters, double dropout,
            ProductType products, long seed) throws ModelFileException {
        LlamaConfig config = source.config();
        AdaptedNetwork network = new AdaptedNetwork(thread, "decoder-training.torchscript.txt",
                AdapterSlot.of(config, adapters));
        TrainableDecoder decoder = new TrainableDecoder(thread, config, adapters, dropout, products, network);
        try {
            return thread.call(() -> {
                FrozenDecoder.add(network, source, products);
                network.addParameters(seed);
                return decoder;
            });
        } catch (RuntimeException | Error e) {
            decoder.close();
            throw e;
        }
    }

    /**
     * Gradient checkpointing (Chen et al. 2016, arXiv 1604.06174): of a pass only the blocks' inputs are kept, the rest is
     * computed again for the gradients. A step takes about a third longer and a fraction of the memory.
     */
    public void recompute(boolean value) {
        recomputing = value;
    }

    @Override
    public BatchLoss accumulate(TokenBatch batch, double weight, long seed) {
        return accumulate(batch, seed, scope -> {
            Counted counted = Counted.of(batch);
            NDArray settings = scope.create(new double[]{config.keyValueHeads(), adapters.scale(), dropout,
                    config.rmsEpsilon(), recomputing ? 1 : 0});
            return script().callRecording(scope, "accumulate", FrozenDecoder.padded(batch.ids(), scope),
                    scope.create(counted.places()), scope.create(counted.targets()), settings,
                    scope.create((float) weight)).head();
        });
    }

    @Override
    public float[][] logits(TokenBatch batch) {
        return rows(computed(scope -> script().call(scope, "logits", FrozenDecoder.padded(batch.ids(), scope),
                scope.create(Counted.of(batch).places()), config.keyValueHeads(), adapters.scale(),
                config.rmsEpsilon()).head()), config.vocabulary());
    }

    /**
     * The tokens whose prediction counts.
     *
     * @param places  in the padded batch, of the tokens before them: there they are predicted
     * @param targets the tokens
     */
    private record Counted(long[] places, long[] targets) {

        static Counted of(TokenBatch batch) {
            int length = FrozenDecoder.length(batch.ids());
            long[] places = new long[Math.toIntExact(batch.terms())];
            long[] targets = new long[places.length];
            int at = 0;
            for (int row = 0; row < batch.rows(); row++) {
                int[] tokens = batch.ids().get(row);
                for (int i = 1; i < tokens.length; i++) {
                    if (batch.counted().get(row)[i]) {
                        places[at] = (long) row * length + i - 1;
                        targets[at++] = tokens[i];
                    }
                }
            }
            return new Counted(places, targets);
        }
    }
}
