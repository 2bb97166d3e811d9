package bankassistant.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.identity.Role;
import bankassistant.identity.Session;
import bankassistant.identity.Sessions;
import bankassistant.ui.shell.Messages;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignInViewModelTest {

    private final Deque<Runnable> background = new ArrayDeque<>();
    private final List<Session> entered = new ArrayList<>();
    private final List<String> enrolled = new ArrayList<>();
    private final List<String> tried = new ArrayList<>();
    private Exception failure;

    @Test
    void lets_in_whom_the_door_knows() {
        SignInViewModel model = model(Optional.empty());
        model.name().set("tilda");
        model.signIn("copper".toCharArray());

        assertThat(model.working().get()).isTrue();
        background.remove().run();
        assertThat(model.working().get()).isFalse();
        assertThat(entered).hasSize(1);
        assertThat(tried).containsExactly("tilda");
    }

    @Test
    void wipes_what_was_typed_at_once() {
        char[] typed = "copper".toCharArray();
        model(Optional.empty()).signIn(typed);

        assertThat(typed).containsOnly('\0');
    }

    @Test
    void tries_one_password_at_a_time() {
        SignInViewModel model = model(Optional.empty());
        char[] second = "kettle".toCharArray();
        model.signIn("copper".toCharArray());
        model.signIn(second);

        assertThat(background).hasSize(1);
        assertThat(second).containsOnly('\0');
    }

    @Test
    void tells_why_somebody_stays_out() {
        failure = Sessions.refused();
        SignInViewModel model = attempt();
        assertThat(model.refusal().get()).isEqualTo("Name or password is wrong.");
        assertThat(entered).isEmpty();

        failure = Sessions.refused(Duration.ofMillis(15_200));
        assertThat(attempt().refusal().get()).endsWith("Try again in 16 seconds.");
    }

    @Test
    void shows_a_code_and_no_reason_for_what_was_not_expected() {
        failure = new IOException("/secret/path");

        assertThat(attempt().refusal().get()).containsPattern("code [0-9A-Z]{4}:[0-9A-Z]{4}").doesNotContain("secret");
    }

    @Test
    void a_refusal_is_gone_with_the_next_attempt() {
        failure = Sessions.refused();
        SignInViewModel model = attempt();
        model.signIn("copper".toCharArray());

        assertThat(model.refusal().get()).isEmpty();
    }

    @Test
    void a_locked_session_is_unlocked_by_the_same_person_only() {
        SignInViewModel model = model(Optional.of("tilda"));
        model.name().set("theo");
        model.signIn("copper".toCharArray());
        background.remove().run();

        assertThat(tried).containsExactly("tilda");
    }

    @Test
    void who_has_a_one_time_password_is_led_on_instead_of_being_refused() {
        failure = Sessions.enrolling();
        SignInViewModel model = attempt();

        assertThat(enrolled).containsExactly("tilda", "shown");
        assertThat(model.refusal().get()).isEmpty();
        assertThat(entered).isEmpty();
    }

    private SignInViewModel attempt() {
        SignInViewModel model = model(Optional.empty());
        model.name().set("tilda");
        model.signIn("copper".toCharArray());
        background.remove().run();
        return model;
    }

    private SignInViewModel model(Optional<String> locked) {
        return new SignInViewModel((name, _) -> {
            tried.add(name);
            if (failure instanceof IOException io) {
                throw io;
            }
            if (failure instanceof RuntimeException refusal) {
                throw refusal;
            }
            return Sessions.of(Role.TELLER);
        }, locked, background::add, Runnable::run, new Messages(), entered::add, (name, _) -> {
            enrolled.add(name);
            return () -> enrolled.add("shown");
        });
    }
}
