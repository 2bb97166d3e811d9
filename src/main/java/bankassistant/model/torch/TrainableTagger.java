package bankassistant.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import bankassistant.model.TextTokens;
import bankassistant.model.training.BatchLoss;
import bankassistant.model.training.LowRank;
import bankassistant.model.training.Regularization;
import bankassistant.model.training.TaggedBatch;
import bankassistant.model.weights.BertConfig;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An encoder with low-rank adapters and a head of tags on each of its tokens, for training. The frozen weights are float32 or
 * bfloat16, what is trained is float32.
 */
public final class TrainableTagger extends TorchTraining<TaggedBatch> {

    private final BertConfig config;
    private final EncoderTokenizer tokenizer;
    private final LowRank adapters;
    private final Regularization regularization;
    private final int tags;

    private TrainableTagger(TorchThread thread, BertConfig config, EncoderTokenizer tokenizer, LowRank adapters,
            Regularization regularization, int tags, ProductType products, AdaptedNetwork network) {
        super(thread, products, network);
        this.config = config;
        this.tokenizer = tokenizer;
        this.adapters = adapters;
        this.regularization = regularization;
        this.tags = tags;
    }

    /**
     * The encoder that the application is packaged with, untrained: B is zero, so that it computes what the encoder does.
     *
     * @param seed of the first values of A and the head
     */
    public static TrainableTagger open(TorchThread thread, LowRank adapters, Regularization regularization, int tags,
            long seed) throws IOException {
        PackagedEncoder source = new PackagedEncoder();
        var weights = source.weights();
        List<float[]> values = EncoderShape.parts(weights.config()).stream().map(part -> part.values(weights)).toList();
        try (InputStream json = source.tokenizer()) {
            return of(thread, weights.config(), values, new EncoderTokenizer(json), adapters, regularization, tags,
                    ProductType.quickest(thread), seed);
        }
    }

    /** @param values in the order of {@link EncoderShape#parts} */
    static TrainableTagger of(TorchThread thread, BertConfig config, List<float[]> values, EncoderTokenizer tokenizer,
            LowRank adapters, Regularization regularization, int tags, ProductType products, long seed) {
        AdaptedNetwork network = new AdaptedNetwork(thread, "encoder-training.torchscript.txt",
                AdapterSlot.of(config, adapters, tags));
        TrainableTagger tagger = new TrainableTagger(thread, config, tokenizer, adapters, regularization, tags,
                products, network);
        try {
            thread.run(() -> TrainableEncoder.fill(network, config, values, products, seed));
            return tagger;
        } catch (RuntimeException | Error e) {
            tagger.close();
            throw e;
        }
    }

    /** A text as the encoder takes it, cut to the encoder's context. */
    public TextTokens tokens(String text) {
        return tokenizer.tokens(text);
    }

    /** Name of the model below the head. */
    public String base() {
        return TrainableEncoder.BASE;
    }

    @Override
    public BatchLoss accumulate(TaggedBatch batch, double weight, long seed) {
        return accumulate(batch, seed, scope -> {
            PaddedTokens padded = padded(batch, scope);
            NDArray settings = scope.create(new double[]{config.heads(), adapters.scale(), regularization.dropout(),
                    batch.labelSmoothing()});
            return script().callRecording(scope, "accumulate_tags", padded.ids(), padded.mask(),
                    scope.create(paddedTags(batch)), settings, scope.create((float) weight)).head();
        });
    }

    private static PaddedTokens padded(TaggedBatch batch, NDManager scope) {
        return PaddedTokens.of(batch.ids().stream().map(row -> Arrays.stream(row).asLongStream().toArray()).toList(),
                scope);
    }

    private static long[] paddedTags(TaggedBatch batch) {
        int longest = longest(batch);
        long[] tags = new long[batch.rows() * longest];
        Arrays.fill(tags, -1);
        for (int row = 0; row < batch.rows(); row++) {
            int[] known = batch.tags().get(row);
            for (int i = 0; i < known.length; i++) {
                tags[row * longest + i] = known[i];
            }
        }
        return tags;
    }

    private static int longest(TaggedBatch batch) {
        return batch.ids().stream().mapToInt(row -> row.length).max().orElseThrow();
    }

    @Override
    public float[][] logits(TaggedBatch batch) {
        float[][] padded = rows(computed(scope -> {
            PaddedTokens tokens = padded(batch, scope);
            return script().call(scope, "tag_logits", tokens.ids(), tokens.mask(), config.heads(), adapters.scale())
                    .head();
        }), tags);
        int longest = longest(batch);
        List<float[]> rows = new ArrayList<>();
        for (int row = 0; row < batch.rows(); row++) {
            rows.addAll(Arrays.asList(padded).subList(row * longest, row * longest + batch.ids().get(row).length));
        }
        return rows.toArray(float[][]::new);
    }

    @Override
    public void close() {
        super.close();
        if (tokenizer != null) {
            tokenizer.close();
        }
    }
}
