package bankassistant.lab;

import java.util.ArrayList;
import java.util.List;

/**
 * How far confidences are what they say: in each of 15 bins of equal width, how sure the predictions were and how many were
 * right.
 *
 * @param bins from [0, 1/15) to [14/15, 1]; some may be empty
 */
public record Reliability(List<Bin> bins) {

    private static final int BINS = 15;

    public Reliability {
        bins = List.copyOf(bins);
    }

    /**
     * @param n          predictions in it
     * @param confidence their mean confidence; 0 where there is none
     * @param accuracy   the share of them that was right; 0 where there is none
     */
    public record Bin(int n, double confidence, double accuracy) {}

    /**
     * One prediction.
     *
     * @param confidence in [0, 1]
     */
    public record Prediction(double confidence, boolean right) {}

    public static Reliability of(List<Prediction> predictions) {
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            int bin = i;
            List<Prediction> inside = predictions.stream().filter(prediction -> bin(prediction) == bin).toList();
            bins.add(new Bin(inside.size(), inside.stream().mapToDouble(Prediction::confidence).average().orElse(0),
                    inside.stream().mapToDouble(prediction -> prediction.right() ? 1 : 0).average().orElse(0)));
        }
        return new Reliability(bins);
    }

    private static int bin(Prediction prediction) {
        return Math.min(BINS - 1, (int) (prediction.confidence() * BINS));
    }

    /** Expected calibration error (Naeini et al., 2015): how far confidence and accuracy are apart, by the bins' sizes. */
    public double expectedCalibrationError() {
        int all = bins.stream().mapToInt(Bin::n).sum();
        return all == 0
                ? 0
                : bins.stream().mapToDouble(bin -> bin.n() * Math.abs(bin.accuracy() - bin.confidence()))
                        .sum() / all;
    }
}
