package bankassistant.model.torch;

import bankassistant.model.training.LabelledBatch;
import bankassistant.model.training.LowRank;
import bankassistant.model.training.Regularization;
import bankassistant.model.training.TaggedBatch;
import bankassistant.model.weights.BertConfig;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** A small encoder with random weights, and texts for it. */
final class TinyBert {

    static final BertConfig CONFIG = new BertConfig(2, 8, 12, 2, 30, 16, 2, 1e-12);
    static final int CLASSES = 3;
    static final LowRank ALL_LINEAR = new LowRank(2, 4, Set.of("query", "key", "value", "dense"));
    static final Regularization NONE = new Regularization(0, 0, 0.1);

    private TinyBert() {}

    static TrainableEncoder untrained(TorchThread thread, LowRank adapters, Regularization regularization) {
        return TrainableEncoder.of(thread, CONFIG, values(), null, adapters, regularization, CLASSES,
                ProductType.FLOAT32, 5);
    }

    static TrainableTagger untrainedTagger(TorchThread thread, LowRank adapters, Regularization regularization) {
        return TrainableTagger.of(thread, CONFIG, values(), null, adapters, regularization, CLASSES,
                ProductType.FLOAT32, 5);
    }

    private static List<float[]> values() {
        SplittableRandom random = new SplittableRandom(3);
        return EncoderShape.parts(CONFIG).stream().map(part -> values(part, random)).toList();
    }

    private static float[] values(EncoderShape.Part part, SplittableRandom random) {
        boolean gain = part.names().getFirst().contains("LayerNorm.weight");
        float[] values = new float[part.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian(gain ? 1 : 0, 0.3);
        }
        return values;
    }

    /** Four texts of different lengths, one of them of soft labels. */
    static LabelledBatch batch() {
        List<int[]> ids = List.of(new int[]{1, 5, 9, 2}, new int[]{1, 7, 2}, new int[]{1, 4, 21, 13, 8, 2},
                new int[]{1, 29, 2});
        return new LabelledBatch(ids, new float[][]{{1, 0, 0}, {0, 1, 0}, {0.2f, 0.3f, 0.5f}, {1, 0, 0}});
    }

    /** Three texts of different lengths whose first and last tokens don't count. */
    static TaggedBatch tagged(double labelSmoothing) {
        List<int[]> ids = List.of(new int[]{1, 5, 9, 2}, new int[]{1, 4, 21, 13, 8, 2}, new int[]{1, 29, 2});
        List<int[]> tags = List.of(new int[]{-1, 0, 1, -1}, new int[]{-1, 0, 1, 2, 0, -1}, new int[]{-1, 2, -1});
        return new TaggedBatch(ids, tags, labelSmoothing);
    }
}
