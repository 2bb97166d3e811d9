package bankassistant.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankassistant.identity.Password;
import bankassistant.identity.Role;
import bankassistant.identity.Session;
import bankassistant.identity.Sessions;
import bankassistant.ui.shell.Messages;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnrolViewModelTest {

    private static final String OWN = "walnut bicycle thunder";

    private final Deque<Runnable> background = new ArrayDeque<>();
    private final List<Session> entered = new ArrayList<>();
    private final Password oneTime = Password.of("0000-1111".toCharArray());
    private Exception failure;

    @Test
    void who_enrols_is_signed_in_and_nothing_that_was_typed_is_left() {
        EnrolViewModel model = model(Role.TELLER);
        char[] typed = OWN.toCharArray();
        char[] again = OWN.toCharArray();
        char[] key = "ABCDE".toCharArray();
        model.enrol(typed, again, new Voucher.Recovery(key));
        assertThat(model.working().get()).isTrue();
        background.remove().run();

        assertThat(entered).hasSize(1);
        assertThat(typed).containsOnly('\0');
        assertThat(again).containsOnly('\0');
        assertThat(key).containsOnly('\0');
        assertThatThrownBy(oneTime::copy).as("the one-time password").isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_password_that_breaks_the_rules_is_refused_before_anything_is_tried() {
        EnrolViewModel model = model(Role.TELLER);
        char[] key = "ABCDE".toCharArray();
        model.enrol("short".toCharArray(), "short".toCharArray(), new Voucher.Recovery(key));

        assertThat(background).isEmpty();
        assertThat(model.refusal().get()).contains("at least 12");
        assertThat(key).containsOnly('\0');
    }

    @Test
    void after_a_refusal_one_may_try_again() {
        EnrolViewModel model = model(Role.PRESENTER);
        failure = new IOException("/secret/path");
        attempt(model);
        assertThat(model.refusal().get()).containsPattern("code [0-9A-Z]{4}:[0-9A-Z]{4}").doesNotContain("secret");
        failure = null;
        attempt(model);

        assertThat(entered).hasSize(1);
    }

    @Test
    void a_wrong_password_is_the_colleagues_for_the_one_time_password_was_right() {
        EnrolViewModel model = model(Role.TELLER);
        failure = Sessions.refused();
        attempt(model);

        assertThat(model.refusal().get()).isEqualTo("The teller\u2019s name or password is wrong.");
    }

    @Test
    void each_role_is_helped_as_it_needs() {
        assertThat(model(Role.TELLER)).matches(EnrolViewModel::takesColleague)
                .matches(EnrolViewModel::takesRecoveryKey);
        assertThat(model(Role.PRESENTER)).matches(EnrolViewModel::takesColleague);
        assertThat(model(Role.AUDITOR)).matches(model -> !model.takesColleague())
                .matches(EnrolViewModel::takesRecoveryKey);
        assertThat(model(Role.ADMINISTRATOR)).matches(model -> !model.takesColleague())
                .matches(model -> !model.takesRecoveryKey());
    }

    private void attempt(EnrolViewModel model) {
        model.enrol(OWN.toCharArray(), OWN.toCharArray(),
                new Voucher.Colleague("theo", Password.of("x".toCharArray())));
        background.remove().run();
    }

    private EnrolViewModel model(Role role) {
        return new EnrolViewModel("tilda", role, oneTime, (_, given, _, _) -> {
            given.copy().close();
            if (failure instanceof IOException io) {
                throw io;
            }
            if (failure instanceof RuntimeException refused) {
                throw refused;
            }
            return Sessions.of(role);
        }, background::add, Runnable::run, new Messages(), entered::add);
    }
}
