package bankassistant.ui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.fxml.FXMLLoader;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The application's window: the frame with one screen in it. */
public final class AssistantWindow {

    private static final double MIN_WIDTH = 720;
    private static final double MIN_HEIGHT = 480;
    private static final double WIDTH = 1180;
    private static final double HEIGHT = 800;

    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private final Stage stage;
    private ShellController shell;
    private Screen screen;

    /** @param makeScreen makes the screen once the theme is set: controls made earlier would load JavaFX's own */
    public AssistantWindow(Stage stage, Messages messages, ThemeSwitch theme, Supplier<Screen> makeScreen) {
        this.stage = stage;
        applyTheme(theme.theme().get());
        this.screen = makeScreen.get();
        Rectangle2D desk = javafx.stage.Screen.getPrimary().getVisualBounds();
        Scene scene = new Scene(frame(messages, theme), Math.min(WIDTH, desk.getWidth()),
                Math.min(HEIGHT, desk.getHeight()));
        scene.getStylesheets().add(resource("shell.css").toExternalForm());
        theme.theme().subscribe(chosen -> {
            applyTheme(chosen);
            scene.getRoot().pseudoClassStateChanged(DARK, chosen == Theme.DARK);
        });
        StartupTrace.watch(scene);
        stage.setScene(scene);
        stage.setTitle(messages.text("window.title"));
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
    }

    public void show() {
        stage.show();
        screen.focusStart();
    }

    /** Shows another screen in the place of the one before, whose keys are forgotten and whose menus are closed. */
    public void show(Screen next) {
        screen = next;
        List.copyOf(Window.getWindows()).stream().filter(PopupWindow.class::isInstance).forEach(Window::hide);
        stage.getScene().getAccelerators().clear();
        shell.show(next);
        focusAfterPulse(next);
    }

    /** With its next pulse the window finds out that what had the keyboard is gone, and gives it to the first in the header. */
    private void focusAfterPulse(Screen next) {
        Scene scene = stage.getScene();
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                Platform.runLater(next::focusStart);
            }
        });
        Platform.requestNextPulse();
    }

    private Parent frame(Messages messages, ThemeSwitch theme) {
        FXMLLoader loader = new FXMLLoader(resource("shell.fxml"), messages.bundle());
        shell = new ShellController(messages, theme, screen);
        loader.setControllerFactory(_ -> shell);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void applyTheme(Theme theme) {
        if (!theme.stylesheet().equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(theme.stylesheet());
        }
    }

    private static URL resource(String name) {
        return AssistantWindow.class.getResource(name);
    }
}
