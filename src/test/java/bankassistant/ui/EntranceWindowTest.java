package bankassistant.ui;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.identity.Sessions;
import bankassistant.ui.shell.Theme;
import java.nio.file.Files;
import java.time.Duration;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The window from the first start to the lock. */
class EntranceWindowTest extends WindowCase {

    private static final KeyCode SHORTCUT = System.getProperty("os.name").startsWith("Mac")
            ? KeyCode.COMMAND
            : KeyCode.CONTROL;

    @ParameterizedTest
    @EnumSource(Theme.class)
    void the_first_start_makes_two_users_and_shows_the_recovery_key(Theme chosen) throws Exception {
        open(FakeAccess.ofNobodyYet(), chosen);
        assertThat(focused()).isEqualTo(find("#name"));
        picture("set-up-administrator", chosen);
        fill("#name", "ada");
        fill("#password", "short");
        fill("#again", "short");
        fire("#next");
        picture("set-up-refused", chosen);
        assertThat(texts(".entrance-refusal")).first().asString().contains("at least 12");
        assertThat(focused()).isEqualTo(find("#password"));

        person("ada", "quiet harbour lantern");
        assertThat(texts(".entrance-title")).containsExactly("The auditor, another person");
        picture("set-up-auditor", chosen);
        person("otto", "seven rivers uphill");
        untilVisible("#recovery");
        picture("set-up-recovery-key", chosen);
        assertThat(typed("#key")).hasSize(47);

        assertThat(find("#done").isDisabled()).isTrue();
        CheckBox kept = (CheckBox) find("#kept");
        Fx.run(() -> kept.setSelected(true));
        fire("#done");
        assertThat(texts(".entrance-title")).containsExactly("Sign in");
        assertThat(picture("sign-in", chosen)).satisfies(file -> assertThat(Files.size(file)).isGreaterThan(5_000));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void a_teller_signs_in_with_the_keyboard_and_finds_the_conversation(Theme chosen) {
        open(FakeAccess.ofUsers(), chosen);
        fill("#name", "teller");
        press(KeyCode.ENTER);
        assertThat(focused()).isEqualTo(find("#password"));
        fill("#password", "x");
        press(KeyCode.ENTER);
        until(".composer");
        picture("signed-in", chosen);

        assertThat(texts(".session-user")).containsExactly("tilda");
    }

    @Test
    void who_is_refused_is_told_why_and_finds_an_empty_password_field() {
        open(FakeAccess.ofUsers(), Theme.LIGHT);
        fill("#name", "mallory");
        fill("#password", "x");
        fire("#enter");
        untilVisible(".entrance-refusal");
        Fx.settle();
        picture("sign-in-refused", Theme.LIGHT);

        assertThat(texts(".entrance-refusal")).containsExactly("Name or password is wrong.");
        assertThat(typed("#password")).isEmpty();
        assertThat(focused()).isEqualTo(find("#password"));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void idleness_locks_and_the_same_person_goes_on_with_an_empty_conversation(Theme chosen) {
        signedIn(chosen);
        fill("#question", "My name is Ada");
        nanos.addAndGet(Duration.ofMinutes(5).toNanos());
        until("#enter");
        picture("locked", chosen);

        assertThat(texts(".entrance-title")).containsExactly("Locked");
        assertThat(focused()).isEqualTo(find("#password"));
        Fx.until(() -> access.latest.isLocked());
        fill("#password", "wrong");
        fire("#enter");
        untilVisible(".entrance-refusal");
        fill("#password", Sessions.GOOD);
        fire("#enter");
        until(".composer");
        assertThat(typed("#question")).isEmpty();
        assertThat(access.latest.isOpen()).isTrue();
    }

    @Test
    void the_key_that_wakes_the_screen_reaches_nothing_behind_it() {
        signedIn(Theme.LIGHT);
        nanos.addAndGet(Duration.ofMinutes(6).toNanos());
        press(KeyCode.A);

        assertThat(texts(".entrance-title")).containsExactly("Locked");
    }

    @Test
    void whoever_does_something_is_not_locked_out() {
        signedIn(Theme.LIGHT);
        for (int i = 0; i < 3; i++) {
            nanos.addAndGet(Duration.ofMinutes(4).toNanos());
            press(KeyCode.A);
        }

        assertThat(isThere(".composer")).isTrue();
        assertThat(access.latest.isOpen()).isTrue();
    }

    @Test
    void a_key_locks_and_the_same_key_does_nothing_on_the_lock() {
        signedIn(Theme.LIGHT);
        press(SHORTCUT, KeyCode.SHIFT, KeyCode.L);
        until("#enter");
        press(SHORTCUT, KeyCode.SHIFT, KeyCode.L);

        assertThat(texts(".entrance-title")).containsExactly("Locked");
    }

    @Test
    void locks_on_demand_and_somebody_else_can_sign_in() {
        signedIn(Theme.LIGHT);
        fire("#lock");
        until("#enter");
        fire("#leave");

        assertThat(texts(".entrance-title")).containsExactly("Sign in");
        Fx.until(() -> access.latest.hasEnded());
    }
}
