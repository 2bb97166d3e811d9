package bankassistant.ui;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.chat.Chat;
import bankassistant.identity.IdleLock;
import bankassistant.identity.Sessions;
import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Theme;
import bankassistant.ui.shell.ThemeSwitch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The window from the first start to the lock, driven as people do. */
class EntranceWindowTest {

    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final ExecutorService doorkeeper = Executors.newSingleThreadExecutor();
    private final ThemeSwitch theme = Fx.call(
            () -> new ThemeSwitch(new SimpleObjectProperty<>(javafx.application.ColorScheme.LIGHT)));
    private final AtomicLong nanos = new AtomicLong();
    private FakeAccess access;
    private WindowFlow flow;
    private Stage stage;

    @AfterEach
    void close() {
        if (stage != null) {
            Fx.run(() -> {
                flow.close();
                stage.close();
            });
        }
        background.shutdown();
        doorkeeper.shutdown();
    }

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
        Fx.until(() -> stage.getScene().lookup("#recovery").isVisible());
        picture("set-up-recovery-key", chosen);
        assertThat(typed("#key")).hasSize(47);

        assertThat(find("#done").isDisabled()).isTrue();
        Fx.run(() -> ((CheckBox) stage.getScene().lookup("#kept")).setSelected(true));
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
        Fx.until(() -> stage.getScene().lookup(".composer") != null);
        Fx.settle();
        picture("signed-in", chosen);

        assertThat(texts(".session-user")).containsExactly("tilda");
    }

    @Test
    void who_is_refused_is_told_why_and_finds_an_empty_password_field() {
        open(FakeAccess.ofUsers(), Theme.LIGHT);
        fill("#name", "mallory");
        fill("#password", "x");
        fire("#enter");
        Fx.until(() -> stage.getScene().lookup(".entrance-refusal").isVisible());
        Fx.settle();
        picture("sign-in-refused", Theme.LIGHT);

        assertThat(texts(".entrance-refusal")).containsExactly("Name or password is wrong.");
        assertThat(typed("#password")).isEmpty();
        assertThat(focused()).isEqualTo(find("#password"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor", "administrator"})
    void those_who_may_not_ask_do_not_see_the_conversation(String role) {
        open(FakeAccess.ofUsers(), Theme.LIGHT);
        fill("#name", role);
        fill("#password", "x");
        fire("#enter");
        Fx.until(() -> stage.getScene().lookup(".entrance-refusal").isVisible());

        assertThat(Fx.call(() -> stage.getScene().lookup(".composer"))).isNull();
        assertThat(access.latest.hasEnded()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void idleness_locks_and_the_same_person_goes_on_with_an_empty_conversation(Theme chosen) {
        signedIn(chosen);
        fill("#question", "My name is Ada");
        nanos.addAndGet(Duration.ofMinutes(5).toNanos());
        Fx.until(() -> stage.getScene().lookup("#enter") != null);
        Fx.settle();
        picture("locked", chosen);

        assertThat(texts(".entrance-title")).containsExactly("Locked");
        assertThat(focused()).isEqualTo(find("#password"));
        Fx.until(() -> access.latest.isLocked());
        fill("#password", "wrong");
        fire("#enter");
        Fx.until(() -> stage.getScene().lookup(".entrance-refusal").isVisible());
        fill("#password", Sessions.GOOD);
        fire("#enter");
        Fx.until(() -> stage.getScene().lookup(".composer") != null);
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

        assertThat(Fx.call(() -> stage.getScene().lookup(".composer"))).isNotNull();
        assertThat(access.latest.isOpen()).isTrue();
    }

    @Test
    void locks_on_demand_and_somebody_else_can_sign_in() {
        signedIn(Theme.LIGHT);
        fire("#lock");
        Fx.until(() -> stage.getScene().lookup("#enter") != null);
        Fx.run(() -> ((Button) stage.getScene().getRoot().lookupAll(".button").stream().filter(
                node -> node instanceof Button button && button.getText().contains("out")).findAny().orElseThrow())
                .fire());
        Fx.settle();

        assertThat(texts(".entrance-title")).containsExactly("Sign in");
        Fx.until(() -> access.latest.hasEnded());
    }

    private void open(FakeAccess users, Theme chosen) {
        access = users;
        Chat chat = (_, _, _, _) -> {
            throw new UnsupportedOperationException("nothing is asked here");
        };
        flow = Fx.call(() -> new WindowFlow(access, _ -> chat, new Messages(), background, doorkeeper,
                lock -> new IdleLock(IdleLock.USUAL, () -> Instant.EPOCH, nanos::get, lock)));
        stage = Fx.call(() -> {
            flow.begin();
            Stage made = new Stage();
            theme.choose(chosen);
            flow.show(made, theme, access.isSetUp());
            made.setWidth(1000);
            made.setHeight(800);
            return made;
        });
        Fx.settle();
    }

    private void signedIn(Theme chosen) {
        open(FakeAccess.ofUsers(), chosen);
        fill("#name", "teller");
        fill("#password", "x");
        fire("#enter");
        Fx.until(() -> stage.getScene().lookup(".composer") != null);
        Fx.settle();
    }

    private void person(String name, String password) {
        fill("#name", name);
        fill("#password", password);
        fill("#again", password);
        fire("#next");
    }

    private Node find(String selector) {
        return Fx.call(() -> stage.getScene().lookup(selector));
    }

    private Node focused() {
        return Fx.call(() -> stage.getScene().getFocusOwner());
    }

    private void fill(String selector, String text) {
        Fx.run(() -> ((TextInputControl) stage.getScene().lookup(selector)).setText(text));
    }

    private String typed(String selector) {
        return Fx.call(() -> ((TextInputControl) stage.getScene().lookup(selector)).getText());
    }

    private void fire(String selector) {
        Fx.run(() -> ((Button) stage.getScene().lookup(selector)).fire());
        Fx.settle();
    }

    private void press(KeyCode key) {
        Fx.run(() -> {
            Robot robot = new Robot();
            robot.keyPress(key);
            robot.keyRelease(key);
        });
        Fx.settle();
    }

    private List<String> texts(String selector) {
        return Fx
                .call(() -> stage.getScene().getRoot().lookupAll(selector).stream().filter(Label.class::isInstance).map(
                        node -> ((Label) node).getText()).toList());
    }

    private Path picture(String name, Theme chosen) {
        Fx.settle();
        return Pictures.write(stage.getScene(), "entrance-" + name + "-" + chosen.name().toLowerCase(Locale.ROOT));
    }
}
