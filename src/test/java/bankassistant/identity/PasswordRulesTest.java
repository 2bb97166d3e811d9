package bankassistant.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"quiet harbour lantern", "the rain falls upwards", "x7#Kp9!mQ2vL", "пять синих чайников",
            "傘が三本と猫が二匹いる庭の朝", "      g u i t a r", "mein Fahrrad ist blau"})
    void takes_any_characters_if_there_are_enough(String password) {
        assertThatCode(() -> check(password)).doesNotThrowAnyException();
    }

    @Test
    void takes_long_ones() {
        assertThatCode(() -> check("many different words in a row ".repeat(4).concat("1234567"))).as("127 characters")
                .doesNotThrowAnyException();
    }

    @Test
    void refuses_those_that_are_too_long() {
        assertThatThrownBy(() -> check("many different words in a row ".repeat(5))).hasMessageContaining(
                "at most 128");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "eleven char", "é́́́́́́"})
    void refuses_those_that_are_too_short(String password) {
        assertThatThrownBy(() -> check(password)).isInstanceOf(IdentityException.class).hasMessageContaining(
                "at least 12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password1234", "P@ssw0rd2026!", "Welcome2026!!", "qwertyuiop123", "1234567890ab",
            "larkmere-bank-2026", "tilda.banker.tilda", "LetMeInPlease", "iloveyou1234!", "CorrectHorseBatteryStaple",
            "Summer2026!Winter", "1qaz2wsx3edc4rfv", "abcdefghijklmnop", "Admin-Admin-Admin1"})
    void refuses_what_is_tried_first(String password) {
        assertThatThrownBy(() -> check(password)).isInstanceOf(IdentityException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aaaaaaaaaaaaa", "abcabcabcabcabc", "xyzzyxyzzyxyzzy", "kiwifruitkiwifruit"})
    void refuses_repetitions(String password) {
        assertThatThrownBy(() -> check(password)).hasMessageContaining("repeats");
    }

    @Test
    void a_message_never_holds_the_password() {
        assertThatThrownBy(() -> check("Tilda-Banker-99")).message().doesNotContainIgnoringCase("tilda");
    }

    private static void check(String password) {
        PasswordRules.check(Branch.password(password), "tilda.moreau");
    }
}
