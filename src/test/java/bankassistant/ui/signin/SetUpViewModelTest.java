package bankassistant.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.identity.IdentityException;
import bankassistant.identity.RecoveryKey;
import bankassistant.ui.shell.Messages;
import bankassistant.ui.signin.SetUpViewModel.Step;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetUpViewModelTest {

    private final Deque<Runnable> background = new ArrayDeque<>();
    private final List<String> made = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private boolean refuses;
    private final SetUpViewModel model = new SetUpViewModel((administrator, _, auditor, _) -> {
        if (refuses) {
            throw new IdentityException("Two persons.");
        }
        made.addAll(List.of(administrator, auditor));
        return RecoveryKey.random(new SecureRandom());
    }, background::add, Runnable::run, new Messages(), () -> done.add("done"));

    @Test
    void takes_two_persons_and_shows_the_recovery_key_until_it_is_written_down() {
        next("ada", "quiet harbour lantern");
        assertThat(model.step().get()).isEqualTo(Step.AUDITOR);
        assertThat(model.name().get()).isEmpty();
        next("otto", "seven rivers uphill");
        assertThat(model.step().get()).isEqualTo(Step.WORKING);
        background.remove().run();

        assertThat(model.step().get()).isEqualTo(Step.RECOVERY_KEY);
        assertThat(made).containsExactly("ada", "otto");
        assertThat(model.recoveryKey().get()).matches("([0-9A-Z]{5}-){7}[0-9A-Z]{5}");
        model.written();
        assertThat(model.recoveryKey().get()).isEmpty();
        assertThat(done).hasSize(1);
    }

    @Test
    void tells_the_administrator_at_once_when_the_password_will_not_do() {
        next("ada", "short");

        assertThat(model.step().get()).isEqualTo(Step.ADMINISTRATOR);
        assertThat(model.refusal().get()).contains("at least 12 characters");
    }

    @Test
    void wants_the_same_password_twice() {
        model.name().set("ada");
        char[] typed = "quiet harbour lantern".toCharArray();
        char[] again = "quiet harbour lantren".toCharArray();
        model.next(typed, again);

        assertThat(model.refusal().get()).contains("two different passwords");
        assertThat(typed).containsOnly('\0');
        assertThat(again).containsOnly('\0');
    }

    @Test
    void lets_the_auditor_try_again_when_it_was_refused() {
        refuses = true;
        next("ada", "quiet harbour lantern");
        next("ada", "seven rivers uphill");
        background.remove().run();

        assertThat(model.step().get()).isEqualTo(Step.AUDITOR);
        assertThat(model.refusal().get()).isEqualTo("Two persons.");
    }

    private void next(String name, String password) {
        model.name().set(name);
        model.next(password.toCharArray(), password.toCharArray());
    }
}
