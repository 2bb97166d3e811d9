package bankassistant.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Personal identification numbers. */
class PinsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"the pin I use is 9911 | the pin I use is [PIN_1]",
            "my pin is 1234 | my pin is [PIN_1]", "PIN: 987654 | PIN: [PIN_1]", "PIN code 0000 | PIN code [PIN_1]",
            "my pin is four three two one | my pin is [PIN_1]", "1 2 3 4 is my pin | [PIN_1] is my pin",
            "change my pin to 4892 please | change my pin to [PIN_1] please", "pin number=2468 | pin number=[PIN_1]"})
    void hides(String text, String masked) {
        assertThat(Masking.of(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"I forgot my PIN 3 times", "a PIN has 4 digits", "change my pin in 2026",
            "my pin is blocked", "pin the $5000 note"})
    void leaves_readable(String text) {
        assertThat(Masking.of(text)).isEqualTo(text);
    }
}
