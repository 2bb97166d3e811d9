package bankassistant.ui;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.identity.Sessions;
import bankassistant.ui.shell.Theme;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Passwords of one's own: with a one-time password, and later. */
class EnrolmentWindowTest extends WindowCase {

    private static final String OWN = "walnut bicycle thunder";

    @ParameterizedTest
    @EnumSource(Theme.class)
    void a_teller_with_a_one_time_password_is_let_in_by_a_colleague_beside_them(Theme chosen) {
        enrolling("new-teller", chosen);
        picture("enrol-colleague", chosen);
        untilFocused("#password");
        choosePassword(OWN, "another one altogether");
        fire("#enrol");
        assertThat(texts(".entrance-refusal")).containsExactly(
                "These were two different passwords. Type the same one twice.");

        choosePassword(OWN, OWN);
        fill("#colleagueName", "mallory");
        fill("#colleaguePassword", "x");
        fire("#enrol");
        untilVisible(".entrance-refusal");
        picture("enrol-refused", chosen);
        assertThat(texts(".entrance-refusal")).containsExactly("The teller\u2019s name or password is wrong.");
        assertThat(typed("#colleaguePassword")).isEmpty();

        choosePassword(OWN, OWN);
        fill("#colleagueName", "theo");
        fill("#colleaguePassword", "x");
        fire("#enrol");
        until(".composer");
        assertThat(access.vouchers).containsExactly("Colleague", "Colleague");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void an_auditor_needs_the_recovery_key(Theme chosen) {
        enrolling("new-auditor", chosen);
        picture("enrol-recovery", chosen);
        assertThat(find("#ways").isVisible()).isFalse();
        assertThat(find("#colleague").isVisible()).isFalse();
        choosePassword(OWN, OWN);
        fill("#recoveryKey", "ABCDE-FGHJK");
        fire("#enrol");
        until(".records");

        assertThat(access.vouchers).containsExactly("Recovery");
    }

    @Test
    void an_administrator_needs_nobody() {
        enrolling("new-administrator", Theme.LIGHT);
        picture("enrol-administrator", Theme.LIGHT);
        assertThat(find("#ways").isVisible()).isFalse();
        assertThat(find("#recovery").isVisible()).isFalse();
        choosePassword(OWN, OWN);
        fire("#enrol");
        until(".people");

        assertThat(access.vouchers).containsExactly("Nobody");
    }

    @Test
    void a_presenter_may_take_the_recovery_key_instead_or_go_back() {
        enrolling("new-presenter", Theme.LIGHT);
        ToggleButton recovery = (ToggleButton) find("#byRecovery");
        Fx.run(recovery::fire);
        Fx.settle();
        assertThat(find("#recovery").isVisible()).isTrue();
        assertThat(find("#colleague").isVisible()).isFalse();

        press(KeyCode.ESCAPE);
        until("#enter");
        assertThat(access.vouchers).isEmpty();
    }

    @Test
    void a_one_time_password_does_not_stay_on_the_screen_when_its_owner_goes_away() {
        enrolling("new-teller", Theme.LIGHT);
        nanos.addAndGet(java.time.Duration.ofMinutes(5).toNanos());
        until("#enter");

        assertThat(isThere("#enrol")).isFalse();
        assertThat(texts(".entrance-title")).containsExactly("Sign in");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void somebody_who_is_signed_in_changes_their_password(Theme chosen) {
        signedIn(chosen);
        choose("change-password");
        until("#present");
        picture("password", chosen);
        fill("#present", "wrong");
        choosePassword(OWN, OWN);
        fire("#change");
        untilVisible(".entrance-refusal");
        assertThat(texts(".entrance-refusal")).containsExactly("The present password is wrong.");

        fill("#present", Sessions.GOOD);
        choosePassword(OWN, OWN);
        fire("#change");
        Fx.until(() -> access.changed.get() == 1);
        Fx.settle();
        picture("password-changed", chosen);
        assertThat(texts(".entrance-title")).containsExactly("Your password was changed");
        fire("#back");
        until(".composer");
    }

    @Test
    void a_password_is_changed_by_who_has_not_locked_the_window_only() {
        signedIn(Theme.LIGHT);
        choose("change-password");
        until("#present");
        nanos.addAndGet(java.time.Duration.ofMinutes(5).toNanos());
        until("#enter");
        assertThat(texts(".entrance-title")).containsExactly("Locked");

        assertThat(isThere("#present")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void the_demo_banks_users_come_in_by_a_button(Theme chosen) {
        Map<String, String> demo = new LinkedHashMap<>();
        for (String name : new String[]{"teller", "presenter", "auditor", "administrator"}) {
            demo.put(name, "x");
        }
        FakeAccess users = FakeAccess.ofUsers();
        users.demo = demo;
        open(users, chosen);
        picture("sign-in-demo", chosen);
        Button auditor = (Button) find("#demoUsers").lookupAll(".button").stream()
                .filter(node -> ((Button) node).getText().equals("auditor")).findAny().orElseThrow();
        Fx.run(auditor::fire);
        until(".records");
    }

    private void enrolling(String name, Theme chosen) {
        open(FakeAccess.ofUsers(), chosen);
        signIn(name);
        until("#enrol");
    }

    private void choosePassword(String password, String again) {
        fill("#password", password);
        fill("#again", again);
    }
}
