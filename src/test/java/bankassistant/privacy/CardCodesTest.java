package bankassistant.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CVV and its other names. */
class CardCodesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"CVV 123 | CVV [CVV_1]",
            "the cvc is 4321 | the cvc is [CVV_1]", "security code: 999 | security code: [CVV_1]",
            "my cvv is one two three | my cvv is [CVV_1]", "123 is my CVV | [CVV_1] is my CVV",
            "card verification value = 808 | card verification value = [CVV_1]"})
    void hides(String text, String masked) {
        assertThat(Masking.of(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"what is a cvv?", "where is the CVV on my 3 cards", "the security code has 3 digits",
            "no CVV for 500 dollars"})
    void leaves_readable(String text) {
        assertThat(Masking.of(text)).isEqualTo(text);
    }
}
