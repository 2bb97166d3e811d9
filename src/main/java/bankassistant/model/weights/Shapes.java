package bankassistant.model.weights;

import bankassistant.model.ModelFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** Arithmetic on dimensions that come from files. */
final class Shapes {

    /** The most values a tensor may have: what a Java array holds. */
    static final int MAX_VALUES = Integer.MAX_VALUE - 8;

    private Shapes() {}

    /** The number of values; refuses dimensions below 1 and tensors that no array can hold. */
    static int values(Path file, String tensor, int... shape) throws ModelFileException {
        long values = 1;
        for (int size : shape) {
            if (size < 1) {
                throw new ModelFileException(file, tensor, "has a dimension of size " + size);
            }
            values *= size;
            if (values > MAX_VALUES) {
                throw new ModelFileException(file, tensor, "is larger than can be loaded: " + Arrays.toString(shape));
            }
        }
        return (int) values;
    }

    static void requireEqual(Path file, String tensor, int[] actual, int... expected) throws ModelFileException {
        if (!Arrays.equals(actual, expected)) {
            throw new ModelFileException(file, tensor, "has the shape %s, the model needs %s"
                    .formatted(Arrays.toString(actual), Arrays.toString(expected)));
        }
    }
}
