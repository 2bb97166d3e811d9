package bankassistant.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A page can name its owner; pages that everybody knows name nobody. */
class WebPagesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "Visit https://www.oakandivy.example/shop or ask | Visit [URL_1] or ask",
            "www.lumenstack.example | [URL_1]", "my site is http://smith-lee.biz/. | my site is [URL_1].",
            "see kuhn-family.org, please | see [URL_1], please", "https://chase.com/login?user=jo | [URL_1]"})
    void hides(String text, String masked) {
        assertThat(Masking.of(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"www.fdic.gov", "https://www.irs.gov/forms", "log in at chase.com", "www.paypal.com",
            "https://www.amazon.co.uk/", "I got help.me too"})
    void leaves_readable(String text) {
        assertThat(Masking.of(text)).isEqualTo(text);
    }
}
