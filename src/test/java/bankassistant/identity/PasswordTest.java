package bankassistant.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PasswordTest {

    @Test
    void is_the_same_from_every_keyboard() {
        assertThat(Branch.password("cafe\u0301 ﬁne １２").bytes())
                .isEqualTo(Branch.password("caf\u00E9 fine 12").bytes());
    }

    @Test
    void keeps_what_was_typed_otherwise() {
        assertThat(Branch.password(" Straße  ").bytes()).isEqualTo(" Straße  ".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void can_be_used_no_more_once_it_is_wiped() {
        Password password = Branch.password("quiet harbour");
        password.close();

        assertThatThrownBy(password::bytes).isInstanceOf(IllegalStateException.class);
        assertThat(password).hasToString("password");
    }
}
