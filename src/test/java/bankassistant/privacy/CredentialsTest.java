package bankassistant.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** User names and passwords. */
class CredentialsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"@jdoe85 on twitter | [USERNAME_1] on twitter",
            "my cashapp is $jdoe | my cashapp is [USERNAME_1]",
            "my mother's maiden name is Keller | my mother's maiden name is [PERSON_1]",
            "my password is Hunter2! | my password is [PASSWORD_1]", "password: correcthorse | password: [PASSWORD_1]",
            "user name: jdoe | user name: [USERNAME_1]", "my username is jdoe_85 | my username is [USERNAME_1]",
            "login id is jd123, pwd=Abc$123 | login id is [USERNAME_1], pwd=[PASSWORD_1]"})
    void hides(String text, String masked) {
        assertThat(Masking.of(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"my password is not working", "the password is wrong", "I forgot my username and password",
            "password reset takes 10 minutes", "is my username case-sensitive", "a maiden name is no secret"})
    void leaves_readable(String text) {
        assertThat(Masking.of(text)).isEqualTo(text);
    }
}
