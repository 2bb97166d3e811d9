package bankassistant.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SSN, ITIN and EIN with the rules of their parts. */
class TaxNumbersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"S-S-N 2 1 9 0 9 9 9 9 8 | S-S-N [SSN_1]",
            "SSN 219-09-9998 | SSN [SSN_1]", "ss# 219099998 | ss# [SSN_1]",
            "social security number is 219.09.9998 | social security number is [SSN_1]",
            "the last four of my social is 9998 | the last four of my social is [SSN_1]",
            "ITIN 912-70-1234 | ITIN [ITIN_1]", "my itin 912701234 | my itin [ITIN_1]",
            "912-93-1234 and 912-94-1234 | 912-93-1234 and [ITIN_1]", "EIN 12-3456789 | EIN [EIN_1]",
            "our employer identification number is 123456789 | our employer identification number is [EIN_1]",
            "two one nine, zero nine, nine nine nine eight | [SSN_1]"})
    void hides(String text, String masked) {
        assertThat(Masking.of(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"912-69-1234", "12-3456789", "EIN 07-3456789", "ssn 000-12-3456",
            "in 219 days and 09 hours"})
    void leaves_readable(String text) {
        assertThat(Masking.of(text)).isEqualTo(text);
    }
}
