package bankassistant.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Companies that say what they are. */
class CompaniesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"I work for Kuhn-Ward Ltd now | I work for [ORG_1] now",
            "The Acme Inc. has not paid | The [ORG_1] has not paid", "we are Lee and Sons. | we are [ORG_1].",
            "Gebr\u00FCder Wagner OHG called | [ORG_1] called",
            "from Blue Heron Foods, Inc, in May | from [ORG_1], in May",
            "Tanaka of Sakura Trading K.K | Tanaka of [ORG_1]", "O'Brien & Sons owes us | [ORG_1] owes us",
            "Dear Ortega Pty Ltd | Dear [ORG_1]"})
    void hides(String text, String masked) {
        assertThat(Masking.of(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"is this an LLC or an Inc?", "The Limited offer", "open an account for an LLC",
            "My Corp card", "parents and sons", "What is Inc?", "Sons and daughters", "a Limited partner"})
    void leaves_readable(String text) {
        assertThat(Masking.of(text)).isEqualTo(text);
    }
}
