package bankassistant.retrieval;

import java.nio.ByteBuffer;
import org.apache.lucene.util.VectorUtil;

/** Vectors of length 1, whose dot product is their cosine. */
final class Vectors {

    private Vectors() {}

    static double cosine(float[] a, float[] b) {
        return VectorUtil.dotProduct(a, b);
    }

    static byte[] bytes(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES);
        bytes.asFloatBuffer().put(vector);
        return bytes.array();
    }

    static float[] vector(byte[] bytes, int offset, int length) {
        float[] vector = new float[length / Float.BYTES];
        ByteBuffer.wrap(bytes, offset, length).asFloatBuffer().get(vector);
        return vector;
    }
}
