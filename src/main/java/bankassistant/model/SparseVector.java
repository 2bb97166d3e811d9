package bankassistant.model;

/**
 * A vector most of whose values are zero.
 *
 * @param places of the other values, ascending
 * @param values at these places
 */
public record SparseVector(int[] places, float[] values) {

    public SparseVector {
        if (places.length != values.length) {
            throw new IllegalArgumentException(places.length + " places with " + values.length + " values");
        }
    }

    /** All values of a vector. */
    public static SparseVector of(float[] values) {
        int[] places = new int[values.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = i;
        }
        return new SparseVector(places, values);
    }
}
