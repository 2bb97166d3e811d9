package bankassistant.model.weights;

import bankassistant.model.ModelFileException;
import bankassistant.model.SparseVector;
import bankassistant.model.training.Parameter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A head's linear layer: {@code head.safetensors} in its folder, with {@code classifier.weight [classes, width]} and
 * {@code classifier.bias [classes]}.
 *
 * @param weight row-major; not copied, not to be changed
 * @param bias   not copied, not to be changed
 */
public record HeadTensors(float[] weight, float[] bias) {

    /** The file's name. */
    public static final String FILE = "head.safetensors";
    /** The name of the weights in a head's file. */
    public static final String WEIGHT = "classifier.weight";
    /** The name of the bias in a head's file. */
    public static final String BIAS = "classifier.bias";

    /**
     * @param width of what the head stands on
     * @throws ModelFileException naming file and tensor, if the file does not hold that
     */
    public static HeadTensors open(Path folder, int width) throws ModelFileException {
        Path file = folder.resolve(FILE);
        try (SafetensorsFile head = SafetensorsFile.open(file)) {
            int[] shape = head.shape(WEIGHT);
            if (shape.length != 2) {
                throw new ModelFileException(file, WEIGHT, "is no matrix");
            }
            Shapes.requireEqual(file, WEIGHT, shape, shape[0], width);
            Shapes.requireEqual(file, BIAS, head.shape(BIAS), shape[0]);
            return new HeadTensors(head.floats(WEIGHT), head.floats(BIAS));
        }
    }

    /** Writes the file into a folder that is there. */
    public void write(Path folder, SafetensorsWriter.Precision precision) throws IOException {
        long width = weight.length / bias.length;
        new SafetensorsWriter().add(new Parameter(WEIGHT, new long[]{bias.length, width}, true), weight, precision)
                .add(new Parameter(BIAS, new long[]{bias.length}, false), bias, SafetensorsWriter.Precision.F32)
                .write(folder.resolve(FILE));
    }

    public int classes() {
        return bias.length;
    }

    /** The logits of what the head stands on, {@code [classes]}. */
    public float[] logits(SparseVector vector) {
        int width = weight.length / bias.length;
        float[] logits = Arrays.copyOf(bias, bias.length);
        for (int i = 0; i < logits.length; i++) {
            for (int k = 0; k < vector.places().length; k++) {
                logits[i] += weight[i * width + vector.places()[k]] * vector.values()[k];
            }
        }
        return logits;
    }
}
