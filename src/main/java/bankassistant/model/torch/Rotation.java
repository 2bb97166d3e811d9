package bankassistant.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import bankassistant.model.weights.LlamaConfig;
import java.util.SplittableRandom;

/**
 * The fixed rotations of a decoder: of the residual stream, of the values in each head, of the gated layer. They cancel
 * out in exact arithmetic, and spread features that stand out over their neighbours, so that 8 bits carry all of them.
 *
 * @param signs     of the residual stream's features, [width], each 1 or -1
 * @param hadamard  of blocks of the residual stream, [n, n]
 * @param cosine    across the blocks, [width / n, width / n], a discrete cosine transform
 * @param values    Hadamard matrix of a head, [head, head]
 * @param gated     Hadamard matrix of blocks of the gated layer, [m, m]
 */
record Rotation(NDArray signs, NDArray hadamard, NDArray cosine, NDArray values, NDArray gated) {

    private static final int LARGEST_BLOCK = 64;
    private static final long SEED = 20260901;

    static Rotation of(LlamaConfig config, NDManager manager) {
        int block = block(config.width());
        int blocks = config.width() / block;
        return new Rotation(manager.create(signs(config.width())), hadamard(block, manager),
                manager.create(cosine(blocks), new Shape(blocks, blocks)),
                hadamard(block(config.headSize()), config.headSize(), manager),
                hadamard(block(config.feedForward()), manager));
    }

    /** The largest power of two up to 64 that divides the size: for powers of two a Hadamard matrix is known. */
    private static int block(int size) {
        return Math.min(LARGEST_BLOCK, Integer.lowestOneBit(size));
    }

    private static float[] signs(int count) {
        SplittableRandom random = new SplittableRandom(SEED);
        float[] signs = new float[count];
        for (int i = 0; i < count; i++) {
            signs[i] = random.nextBoolean() ? 1 : -1;
        }
        return signs;
    }

    private static NDArray hadamard(int size, NDManager manager) {
        return hadamard(size, size, manager);
    }

    /** Sylvester's Hadamard matrix on the diagonal, scaled to be orthogonal: [size, size]. */
    private static NDArray hadamard(int block, int size, NDManager manager) {
        float[] matrix = new float[size * size];
        float scale = (float) (1 / Math.sqrt(block));
        for (int row = 0; row < size; row++) {
            int first = row - row % block;
            for (int column = first; column < first + block; column++) {
                matrix[row * size + column] = Integer.bitCount(row % block & column % block) % 2 == 0 ? scale : -scale;
            }
        }
        return manager.create(matrix, new Shape(size, size));
    }

    /** The orthogonal discrete cosine transform of type II. */
    private static float[] cosine(int size) {
        float[] matrix = new float[size * size];
        for (int row = 0; row < size; row++) {
            double scale = Math.sqrt((row == 0 ? 1.0 : 2.0) / size);
            for (int column = 0; column < size; column++) {
                matrix[row * size + column] = (float) (scale * Math.cos(Math.PI * row * (2 * column + 1) / (2 * size)));
            }
        }
        return matrix;
    }
}
