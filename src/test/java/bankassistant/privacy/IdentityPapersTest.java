package bankassistant.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Passports, driver's licences and plates. */
class IdentityPapersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "passport number 123456789 | passport number [PASSPORT_1]",
            "my passport is C01234567 | my passport is [PASSPORT_1]",
            "passport no. AB1234567 | passport no. [PASSPORT_1]",
            "driver's license D1234567 | driver's license [LICENSE_1]", "DL# F255-921-50-094-0 | DL# [LICENSE_1]",
            "driver's licence number is 123 456 789 | driver's licence number is [LICENSE_1]",
            "my driving license is S123-4567-8901 | my driving license is [LICENSE_1]",
            "license plate 7ABC123 | license plate [PLATE_1]",
            "my number plate is AB12 CDE | my number plate is [PLATE_1]"})
    void hides(String text, String masked) {
        assertThat(Masking.of(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"my driver's license expired in 2024", "do you need a passport or 2 documents",
            "my license was issued 30 days ago", "passport renewal takes 10 weeks", "plate 12"})
    void leaves_readable(String text) {
        assertThat(Masking.of(text)).isEqualTo(text);
    }
}
