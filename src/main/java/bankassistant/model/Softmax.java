package bankassistant.model;

/** Probabilities of a network's logits. */
public final class Softmax {

    private Softmax() {}

    /** Logits of probabilities, {@code [classes]}: their logarithms, of what is hardly more than 0 that of the least normal float. */
    public static float[] logits(double[] probabilities) {
        float[] logits = new float[probabilities.length];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) Math.log(Math.max(probabilities[i], Float.MIN_NORMAL));
        }
        return logits;
    }

    /** The probabilities of logits, {@code [classes]}, as they come. */
    public static double[] of(float[] logits) {
        return of(logits, 1);
    }

    /**
     * The probabilities of logits, {@code [classes]}, divided by a temperature.
     *
     * <p>Guo et al., "On Calibration of Modern Neural Networks", 2017.
     *
     * @param temperature above 0; above 1 the probabilities come nearer to each other
     */
    public static double[] of(float[] logits, double temperature) {
        double most = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            most = Math.max(most, logit);
        }
        double[] probabilities = new double[logits.length];
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = Math.exp((logits[i] - most) / temperature);
            sum += probabilities[i];
        }
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] /= sum;
        }
        return probabilities;
    }
}
