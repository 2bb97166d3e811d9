package bankassistant.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One-time codes and passcodes. */
class OneTimeCodesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "I entered 445566 as the code | I entered [CODE_1] as the code",
            "I got the code 344183 but it says invalid | I got the code [CODE_1] but it says invalid",
            "the OTP is 482913 | the OTP is [CODE_1]", "verification code: 482-913 | verification code: [CODE_1]",
            "your one-time passcode is 48 29 13 | your one-time passcode is [CODE_1]",
            "the code they texted me is 551234 | the code they texted me is [CODE_1]",
            "G-482913 is my verification code | [CODE_1] is my verification code",
            "my passcode is A7K9Q2 | my passcode is [CODE_1]", "2FA code 998877 | 2FA code [CODE_1]"})
    void hides(String text, String masked) {
        assertThat(Masking.of(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"I did not get the verification code", "the code has 6 digits", "error code 404",
            "my one-time code expired", "promo code for $5000", "promo code 445566"})
    void leaves_readable(String text) {
        assertThat(Masking.of(text)).isEqualTo(text);
    }
}
