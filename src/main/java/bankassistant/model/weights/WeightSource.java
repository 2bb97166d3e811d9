package bankassistant.model.weights;

import bankassistant.model.ModelFileException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;

/**
 * The weights of a Llama decoder under their Hugging Face names ({@code model.layers.0.self_attn.q_proj.weight}, with
 * rows ordered for rotate-half RoPE). {@code lm_head.weight} is missing when the embeddings are tied to the output.
 *
 * <p>Not safe for several threads. Closing unmaps the file.
 */
public interface WeightSource extends AutoCloseable {

    LlamaConfig config();

    /** For people, as in the file's metadata. */
    String name();

    /** SHA-256 over the file or, in a fixed order, the files; lower-case hexadecimal. */
    String sha256();

    Set<String> names();

    /** Dimensions, outermost first: a linear layer is {@code [out, in]}. */
    int[] shape(String name) throws ModelFileException;

    /** The values as float32 in row-major order; a new array at each call. */
    float[] floats(String name) throws ModelFileException;

    /**
     * Some rows of a matrix: those of {@link #floats}, without taking memory for all of them where the source can do so.
     *
     * @param from  the first row, from 0
     * @param count 1 or more; all must be in the matrix
     */
    default float[] rows(String name, int from, int count) throws ModelFileException {
        int columns = shape(name)[1];
        Objects.checkFromIndexSize(from, count, shape(name)[0]);
        return Arrays.copyOfRange(floats(name), from * columns, (from + count) * columns);
    }

    @Override
    void close();
}
