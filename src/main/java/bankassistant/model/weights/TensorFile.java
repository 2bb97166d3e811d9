package bankassistant.model.weights;

import bankassistant.model.ModelFileException;
import java.nio.file.Path;
import java.util.Set;

/** Named tensors in a file. */
sealed interface TensorFile extends AutoCloseable permits SafetensorsFile, TorchFile {

    Path path();

    Set<String> names();

    /** Dimensions, outermost first. */
    int[] shape(String name) throws ModelFileException;

    /** The values, row-major, in a new array. */
    float[] floats(String name) throws ModelFileException;

    @Override
    void close();
}
