package bankassistant.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bankassistant.lab.ComparisonReport.Figure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ratios say how far the product is from llama.cpp at its fastest. */
class ComparisonReportTest {

    private final ComparisonReport report = new ComparisonReport("a machine", "a build");

    @BeforeEach
    void measure() {
        report.add(ThreadWaiting.DEFAULT, rounds(List.of(speed(1000, 900), speed(800, 1000), speed(1200, 1100)),
                List.of(speed(300, 2000)), List.of(speed(500, 1500))));
        report.add(ThreadWaiting.SHIPPED,
                rounds(List.of(speed(900, 1000)), List.of(speed(250, 2500)), List.of(speed(600, 2100))));
    }

    private static Map<String, List<SpeedFigures>> rounds(List<SpeedFigures> ours, List<SpeedFigures> one,
            List<SpeedFigures> other) {
        Map<String, List<SpeedFigures>> rounds = new LinkedHashMap<>();
        rounds.put(ComparisonReport.OURS, ours);
        rounds.put("Q4_1", one);
        rounds.put("Q4_0", other);
        return rounds;
    }

    private static SpeedFigures speed(double prefill, double answerMs) {
        return new SpeedFigures(prefill, prefill, 100, 100, 0, answerMs, answerMs);
    }

    @Test
    void the_median_round_is_compared_with_the_fastest_of_the_others() {
        assertThat(report.ratio(Figure.PREFILL_128, ThreadWaiting.DEFAULT, ThreadWaiting.DEFAULT)).isEqualTo(2,
                within(1e-9));
        assertThat(report.ratio(Figure.ANSWER, ThreadWaiting.DEFAULT, ThreadWaiting.DEFAULT)).isEqualTo(1.5,
                within(1e-9));
    }

    @Test
    void as_shipped_it_is_compared_with_the_others_under_their_better_setting() {
        assertThat(report.ratio(Figure.PREFILL_128, ThreadWaiting.SHIPPED, null)).isEqualTo(1.5, within(1e-9));
        assertThat(report.ratio(Figure.ANSWER, ThreadWaiting.SHIPPED, null)).isEqualTo(1.5, within(1e-9));
    }

    @Test
    void the_text_says_which_targets_are_met_and_which_are_missed() {
        assertThat(report.text()).containsPattern("prefill 128, tokens/s +\\| +1000.0 .* 2.00 \\| met \\(2x\\)")
                .contains("prefill 128, tokens/s: 1.50 missed (2x)");
    }
}
