package bankassistant.ui.users;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.ui.Fx;
import bankassistant.ui.Pictures;
import bankassistant.ui.shell.AssistantWindow;
import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Theme;
import bankassistant.ui.shell.ThemeSwitch;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The administrator's screen, driven as people do, and drawn in each state to {@code target/screens}. */
class UsersWindowTest {

    private final FakeAccounts accounts = new FakeAccounts("ada.lovelace");
    private final Messages messages = new Messages();
    private UsersViewModel model;
    private Stage stage;

    @AfterEach
    void close() {
        Fx.run(stage::close);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void users_are_chosen_reset_and_disabled(Theme theme) {
        open(theme, 1180);
        picture("list", theme);
        assertThat(text("#count")).isEqualTo("6 users");
        assertThat(shown(".side")).isFalse();

        choose(2);
        picture("chosen", theme);
        fire("#disable");
        picture("disable", theme);
        fire("#confirm");
        assertThat(text("#stateText")).startsWith("Disabled");
        fire("#enable");
        fire("#reset");
        fire("#confirm");
        picture("reset", theme);
        assertThat(((TextField) find("#oneTime")).getText()).hasSize(24);
        fire("#handed");
        assertThat(((TextField) find("#oneTime")).getText()).isEmpty();
        assertThat(shown(".side")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void users_are_added_and_refusals_stand_below_what_was_typed(Theme theme) {
        open(theme, 1000);
        fire("#add");
        picture("adding", theme);
        assertThat(Fx.call(() -> stage.getScene().getFocusOwner())).isEqualTo(find("#newName"));
        fill("mia.li");
        fire("#addNow");
        picture("refused", theme);
        assertThat(text(".refusal")).contains("already");
        assertThat(((TextField) find("#newName")).getText()).isEqualTo("mia.li");

        fill("tilda.berg");
        fire("#addNow");
        assertThat(text("#title")).isEqualTo("tilda.berg was added");
        assertThat(find("#add").isDisabled()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void long_names_and_oneself(Theme theme) {
        open(theme, 860);
        choose(4);
        picture("long", theme);
        choose(0);
        picture("oneself", theme);

        assertThat(shown("#yourself")).isTrue();
        assertThat(shown("#acts")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    @SuppressWarnings("unchecked")
    void settings_are_kept(Theme theme) {
        open(theme, 1180);
        Fx.run(((ToggleButton) find("#settingsView"))::fire);
        Fx.settle();
        Spinner<Integer> idle = (Spinner<Integer>) find("#idle");
        Fx.run(() -> idle.getEditor().setText("90"));
        fire("#save");
        assertThat(text(".settings .refusal")).contains("1 to 60");
        Fx.run(() -> idle.getEditor().setText("15"));
        fire("#save");
        picture("settings", theme);

        assertThat(shown(".saved")).isTrue();
        assertThat(shown("#add")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void a_list_that_cannot_be_read(Theme theme) {
        accounts.failure = Optional.of(new IOException("no"));
        open(theme, 1000);
        picture("failed", theme);

        assertThat(shown(".problem")).isTrue();
    }

    private void open(Theme chosen, double width) {
        ThemeSwitch theme = Fx.call(() -> new ThemeSwitch(new SimpleObjectProperty<>(ColorScheme.LIGHT)));
        stage = Fx.call(() -> {
            theme.choose(chosen);
            model = new UsersViewModel(accounts, Runnable::run, Runnable::run, messages);
            SettingsViewModel settings = new SettingsViewModel(accounts, Runnable::run, Runnable::run, messages);
            Stage made = new Stage();
            AssistantWindow window = new AssistantWindow(made, messages, theme,
                    () -> new UsersScreen(model, settings, "ada.lovelace", ZoneOffset.UTC, messages));
            made.setWidth(width);
            made.setHeight(760);
            window.show();
            model.start();
            settings.start();
            return made;
        });
        Fx.settle();
    }

    private void choose(int row) {
        Fx.run(() -> ((TableView<?>) stage.getScene().lookup(".people")).getSelectionModel().select(row));
        Fx.settle();
    }

    private void fill(String name) {
        Fx.run(() -> ((TextField) stage.getScene().lookup("#newName")).setText(name));
    }

    private void fire(String selector) {
        Fx.run(() -> ((Button) stage.getScene().lookup(selector)).fire());
        Fx.settle();
    }

    private Node find(String selector) {
        return Fx.call(() -> stage.getScene().lookup(selector));
    }

    private String text(String selector) {
        return Fx.call(() -> ((Labeled) stage.getScene().lookup(selector)).getText());
    }

    private boolean shown(String selector) {
        return Fx.call(() -> stage.getScene().lookup(selector).isVisible());
    }

    private void picture(String name, Theme theme) {
        Fx.settle();
        Pictures.write(stage.getScene(), "users-" + name + "-" + theme.name().toLowerCase(Locale.ROOT));
    }
}
