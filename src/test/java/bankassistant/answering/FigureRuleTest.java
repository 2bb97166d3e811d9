package bankassistant.answering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureRuleTest {

    private final FigureRule rule = new FigureRule(
            "You can deposit up to $5,000 a day and $20,000 in 30 days by 8:00 p.m. ET, and six checks at 1.5%.");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {"\"up to $\" | 5", "\"up to $5\" | ,",
            "\"up to $5,\" | 0",
            "\"up to $5,00\" | 0", "\"up to $5,000\" | \" a\"", "\"in 3\" | 0", "\"by 8\" | :", "\"at 1.\" | 5",
            "\"and \" | si",
            "\"and six\" | \" checks\"", "\"and 6\" | \" checks\"", "\"in thirty\" | \" days\"",
            "\"one\" | \" check\""})
    void lets_the_evidences_numbers_come_about(String text, String piece) {
        assertThat(rule.allows(text, piece)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {"\"up to $\" | 7", "\"up to $5\" | 1",
            "\"up to $5\" | \" a\"",
            "\"in 3\" | \" days\"", "\"in 30\" | 0", "\"in ten\" | \" days\"", "\"up to $5,0\" | \"\"",
            "\"twice\" | \" a\"",
            "\"at 1.5\" | 0"})
    void lets_no_other_number_come_about(String text, String piece) {
        assertThat(rule.allows(text, piece)).isFalse();
    }
}
