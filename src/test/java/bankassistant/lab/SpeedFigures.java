package bankassistant.lab;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one contender reached, in the terms of {@link ModelBenchmark.Result}.
 *
 * @param decodeDrafted equals {@code decode} where nothing is drafted
 */
record SpeedFigures(double prefill128, double prefill384, double decode, double decodeDrafted, double draftedShare,
        double answerP50Ms, double answerP95Ms) {

    /** The median of several rounds; of the 95th percentiles the largest, since a round has few runs. */
    static SpeedFigures ofRounds(List<SpeedFigures> rounds) {
        return new SpeedFigures(median(rounds, SpeedFigures::prefill128), median(rounds, SpeedFigures::prefill384),
                median(rounds, SpeedFigures::decode), median(rounds, SpeedFigures::decodeDrafted),
                median(rounds, SpeedFigures::draftedShare), median(rounds, SpeedFigures::answerP50Ms),
                rounds.stream().mapToDouble(SpeedFigures::answerP95Ms).max().orElseThrow());
    }

    static double median(List<Double> values) {
        return median(values, Double::doubleValue);
    }

    private static <T> double median(List<T> values, ToDoubleFunction<T> figure) {
        double[] sorted = values.stream().mapToDouble(figure).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
