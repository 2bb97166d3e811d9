package bankassistant.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates of birth and ages; a date alone is none. */
class BirthDatesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"born 03/04/1985 | born [BIRTHDATE_1]",
            "DOB: 1985-04-03 | DOB: [BIRTHDATE_1]",
            "my date of birth is April 3, 1985 | my date of birth is [BIRTHDATE_1]",
            "born on the 3rd of April 1985 | born on the [BIRTHDATE_1]",
            "I was born in 1985 | I was born in [BIRTHDATE_1]",
            "her birthday is 4/3/85 | her birthday is [BIRTHDATE_1]",
            "04/03/1985 is my birthday | [BIRTHDATE_1] is my birthday", "Jo (DOB 04/03/1985) | Jo (DOB [BIRTHDATE_1])",
            "d.o.b. 3 Apr 1985 | d.o.b. [BIRTHDATE_1]", "I'm 47 years old | I'm [AGE_1]",
            "a customer, aged 72, asks | a customer, aged [AGE_1], asks"})
    void hides(String text, String masked) {
        assertThat(Masking.of(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"on 03/04/2025 I was charged", "the payment of April 3, 2025",
            "a statement from 2024-01-31", "a 16 year old asks for an account", "age 18 and older", "customers over 65",
            "within 30 days", "born abroad", "my birthday was great"})
    void leaves_readable(String text) {
        assertThat(Masking.of(text)).isEqualTo(text);
    }
}
