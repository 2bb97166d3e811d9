package bankassistant.lab.answers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTermTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"$5|It costs $5.", "$5,000|Up to $5000 a day.", "$50|Fifty dollars at most.",
            "2 business days|Report it within two business days.",
            "5 to 7 business days|It takes 5 to 7 business days.",
            "Lock the card|Please lock the card at once.", "six|You have 6 free withdrawals.", "Yes,|Yes, you can.",
            "10-day|There is a 10-day grace period.", "1.5%|It costs 1.50 percent."})
    void a_term_stands_in_a_text_however_its_figures_are_written(String term, String text) {
        assertThat(AnswerTerm.standsIn(term, text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"$5|It costs $50.", "$5|It costs $5,000.", "$5|It costs $5.50.",
            "2 business days|It takes 2 days.", "free|It was freely given.", "1%|It costs 0.1%.",
            "no fee|There is a fee.", "Yes,|No, you can't.", "$10 a month|It costs $10 a day."})
    void another_figure_or_a_part_of_a_word_is_not_the_term(String term, String text) {
        assertThat(AnswerTerm.standsIn(term, text)).isFalse();
    }
}
