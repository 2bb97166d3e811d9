package bankassistant.model.weights;

/**
 * A low-rank change of one linear layer {@code [out, in]}.
 *
 * @param a     {@code [rank, in]}, row-major
 * @param b     {@code [out, rank]}, row-major
 * @param scale factor of the product
 */
record LoraPair(int out, int in, int rank, float[] a, float[] b, double scale) {

    /** Adds {@code B·A·scale} to a weight. */
    void addTo(float[] weight) {
        for (int row = 0; row < out; row++) {
            int start = row * in;
            for (int k = 0; k < rank; k++) {
                float factor = (float) (b[row * rank + k] * scale);
                int from = k * in;
                for (int i = 0; i < in; i++) {
                    weight[start + i] += factor * a[from + i];
                }
            }
        }
    }
}
