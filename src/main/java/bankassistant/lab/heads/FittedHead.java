package bankassistant.lab.heads;

import bankassistant.model.SparseVector;
import bankassistant.model.torch.TorchEncoder;
import bankassistant.model.weights.HeadTensors;
import bankassistant.model.weights.SafetensorsWriter.Precision;
import bankassistant.model.words.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * A head whose linear layer alone has learned, on vectors that stay as they are. It answers as if all classes were equally
 * frequent. The penalties of the weights were chosen by cross-validation, see src/docs/experiments.md.
 */
public final class FittedHead implements LearnedHead {

    private static final int LEAST_TEXTS = 2;
    private static final double WORDS_PENALTY = 4e-6;
    private static final double ENCODER_PENALTY = 1.7e-4;

    private final Function<List<String>, List<SparseVector>> vectors;
    private final HeadTensors tensors;
    private final Writer writer;

    @FunctionalInterface
    private interface Writer {

        void write(Path folder, HeadTensors tensors) throws IOException;
    }

    private FittedHead(Function<List<String>, List<SparseVector>> vectors, HeadTensors tensors, Writer writer) {
        this.vectors = vectors;
        this.tensors = tensors;
        this.writer = writer;
    }

    /** Learns from words and pairs of words that stand in at least two texts. */
    public static Learner onWords() {
        return (texts, _, _) -> {
            Vocabulary vocabulary = Vocabulary.of(texts.texts(), LEAST_TEXTS);
            Function<List<String>, List<SparseVector>> vectors = some -> some.stream().map(vocabulary::vector).toList();
            HeadTensors tensors = fitted(texts, vectors.apply(texts.texts()), vocabulary.size(), WORDS_PENALTY);
            return new FittedHead(vectors, tensors, (folder, learned) -> {
                learned.write(folder, Precision.F16);
                vocabulary.write(folder);
            });
        };
    }

    /** Learns from what the encoder says without an adapter. @param encoder stays the caller's to close */
    public static Learner onEncoder(TorchEncoder encoder) {
        return (texts, _, _) -> {
            List<float[]> states = encoder.states(texts.texts());
            float[] mean = mean(states);
            HeadTensors centred = fitted(texts,
                    states.stream().map(state -> SparseVector.of(difference(state, mean))).toList(), mean.length,
                    ENCODER_PENALTY);
            Function<List<String>, List<SparseVector>> vectors = some -> encoder.states(some).stream()
                    .map(SparseVector::of).toList();
            // the same layer, for vectors as they come
            float[] nothing = difference(new float[mean.length], mean);
            HeadTensors tensors = new HeadTensors(centred.weight(), centred.logits(SparseVector.of(nothing)));
            return new FittedHead(vectors, tensors, (folder, learned) -> learned.write(folder, Precision.F32));
        };
    }

    /** Vectors about their mean are fitted in far fewer steps, to the same layer. */
    private static float[] mean(List<float[]> vectors) {
        float[] mean = new float[vectors.getFirst().length];
        for (float[] vector : vectors) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += vector[i] / vectors.size();
            }
        }
        return mean;
    }

    private static float[] difference(float[] a, float[] b) {
        float[] difference = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    private static HeadTensors fitted(LabelledTexts texts, List<SparseVector> vectors, int width, double penalty) {
        HeadTensors tensors = new SoftmaxRegression(vectors, texts.targets(), width, penalty).fit();
        return new HeadTensors(tensors.weight(), ClassShares.of(texts).removedFrom(tensors.bias()));
    }

    @Override
    public float[][] logits(List<String> texts) {
        return vectors.apply(texts).stream().map(tensors::logits).toArray(float[][]::new);
    }

    @Override
    public void save(Path folder) throws IOException {
        Files.createDirectories(folder);
        writer.write(folder, tensors);
    }

    @Override
    public void close() {
        // holds nothing but memory
    }
}
