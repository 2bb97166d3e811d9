package bankassistant.ui;

import bankassistant.identity.IdleLock;
import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Theme;
import bankassistant.ui.shell.ThemeSwitch;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The whole window, driven as people do. */
abstract class WindowCase {

    @TempDir
    Path folder;

    final AtomicLong nanos = new AtomicLong();
    FakeAccess access;
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final ExecutorService doorkeeper = Executors.newSingleThreadExecutor();
    private final ThemeSwitch theme = Fx.call(
            () -> new ThemeSwitch(new SimpleObjectProperty<>(javafx.application.ColorScheme.LIGHT)));
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

    void open(FakeAccess users, Theme chosen) {
        access = users;
        flow = Fx.call(() -> new WindowFlow(access, FakeDesks.in(folder), new Messages(), background, doorkeeper,
                (limit, lock) -> new IdleLock(limit, () -> Instant.EPOCH, nanos::get, lock)));
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

    void signedIn(Theme chosen) {
        open(FakeAccess.ofUsers(), chosen);
        signIn("teller");
        until(".composer");
    }

    void person(String name, String password) {
        fill("#name", name);
        fill("#password", password);
        fill("#again", password);
        fire("#next");
    }

    void untilFocused(String selector) {
        Fx.until(() -> stage.getScene().getFocusOwner() != null
                && stage.getScene().getFocusOwner() == stage.getScene().lookup(selector));
    }

    void untilVisible(String selector) {
        Fx.until(() -> stage.getScene().lookup(selector).isVisible());
        Fx.settle();
    }

    Node find(String selector) {
        return Fx.call(() -> stage.getScene().lookup(selector));
    }

    Node focused() {
        return Fx.call(() -> stage.getScene().getFocusOwner());
    }

    void fill(String selector, String text) {
        Fx.run(() -> ((TextInputControl) stage.getScene().lookup(selector)).setText(text));
    }

    String typed(String selector) {
        return Fx.call(() -> ((TextInputControl) stage.getScene().lookup(selector)).getText());
    }

    void fire(String selector) {
        Fx.run(() -> ((Button) stage.getScene().lookup(selector)).fire());
        Fx.settle();
    }

    /** Presses keys together: modifiers first. */
    void press(KeyCode... keys) {
        Fx.run(() -> {
            Robot robot = new Robot();
            for (KeyCode key : keys) {
                robot.keyPress(key);
            }
            for (KeyCode key : List.of(keys).reversed()) {
                robot.keyRelease(key);
            }
        });
        Fx.settle();
    }

    List<String> texts(String selector) {
        return Fx
                .call(() -> stage.getScene().getRoot().lookupAll(selector).stream().filter(Labeled.class::isInstance)
                        .map(node -> ((Labeled) node).getText()).toList());
    }

    boolean isThere(String selector) {
        return find(selector) != null;
    }

    /** Waits until something is there, and drawn. */
    void until(String selector) {
        Fx.until(() -> stage.getScene().lookup(selector) != null);
        Fx.settle();
    }

    void signIn(String name) {
        fill("#name", name);
        fill("#password", "x");
        fire("#enter");
    }

    /** Chooses from the menu with the person's name. */
    void choose(String item) {
        Fx.run(() -> ((MenuButton) stage.getScene().lookup("#account")).getItems().stream()
                .filter(each -> item.equals(each.getId())).findAny().orElseThrow().fire());
        Fx.settle();
    }

    Path picture(String name, Theme chosen) {
        Fx.settle();
        return Pictures.write(stage.getScene(), "entrance-" + name + "-" + chosen.name().toLowerCase(Locale.ROOT));
    }
}
