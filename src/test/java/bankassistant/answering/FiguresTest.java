package bankassistant.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"$5,000.00 | $5,000", "$5000 | 5,000 dollars", "fifty dollars | $50",
            "USD 50 | $50", "50 cents | $0.50", "$1.25 million | $1,250,000", "$5k | five thousand dollars",
            "10 business days | ten business days", "10 business days | ten working days",
            "two business days | 2-business-day",
            "30 calendar days | 30 days", "45-day | 45 days", "24 hours | twenty-four hours", "1.5 % | 1.5%",
            "1.50 percent | 1.5 per cent", "September 1, 2026 | 1 September 2026", "2026-09-01 | 9/1/2026",
            "30 September | Sept. 30th", "April 2024 | Apr 2024", "6:00 a.m. | 6 AM", "11:59 p.m. | 23:59",
            "1-800-555-0142 | (800) 555-0142", "the 9th business day | the ninth business day",
            "one hundred and fifty dollars | $150", "5 to 7 business days | five to seven business days",
            "8.99 to 19.99 % | 8.99 % to 19.99 %", "two billing cycles | 2 billing cycles"})
    void reads_the_same_figure_in_either_spelling(String one, String other) {
        assertThat(Figures.of(one).all()).as(one).isNotEmpty();
        assertThat(Figures.of(one)).isEqualTo(Figures.of(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"10 business days | 10 days", "10 business days | 10 banking days",
            "$50 | $500", "$50 | 50 %", "$50 | €50", "2 days | 2 hours", "6:00 a.m. | 6:00 p.m.", "$1.5 | $15",
            "September 1, 2026 | September 1, 2025", "9th business day | 7th business day",
            "6:00 a.m. ET | 6:00 a.m. PT",
            "4 digits | 6 digits", "60 days | sixty-one days", "noon | midnight"})
    void tells_different_figures_apart(String one, String other) {
        assertThat(Figures.of(one)).isNotEqualTo(Figures.of(other));
    }

    @Test
    void finds_all_figures_of_a_sentence_in_order() {
        Figures figures = Figures
                .of("The first $275 is available on the next business day; the rest by the 2nd business day, at 6:00 a.m. ET.");

        assertThat(figures.all()).extracting(Figures.Figure::toString).containsExactly("$275", "next business day",
                "2 business day",
                "06:00", "ET zone");
    }

    @Test
    void words_that_only_look_like_figures_are_none() {
        assertThat(Figures.of("You may order one; the first one is free, the second is not. March on.").all())
                .isEmpty();
    }

    @Test
    void reads_absurd_figures_without_failing() {
        String text = "99999999999999999999th " + "9,999".repeat(50)
                + " 99:99 99/99/9999 99 May 9999 a million million .5";

        assertThat(Figures.of(text).all()).isNotEmpty();
    }

    @Test
    void adjacent_numbers_in_words_stay_apart() {
        assertThat(Figures.of("between five and seven business days").all()).extracting(Figures.Figure::toString)
                .isEqualTo(List.of("5 business day", "7 business day"));
    }
}
