package bankassistant.ui.shell;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The header and the place below it. */
public final class ShellController {

    private final Messages messages;
    private final ThemeSwitch theme;
    private final Screen first;

    @FXML
    private BorderPane frame;
    @FXML
    private HBox actions;
    @FXML
    private Button themeButton;

    ShellController(Messages messages, ThemeSwitch theme, Screen first) {
        this.messages = messages;
        this.theme = theme;
        this.first = first;
    }

    @FXML
    private void initialize() {
        show(first);
        showTheme(theme.theme().get());
        theme.theme().addListener((_, _, chosen) -> showTheme(chosen));
    }

    /** Shows another screen, with its buttons beside the frame's own. */
    void show(Screen screen) {
        frame.setCenter(screen.root());
        actions.getChildren().retainAll(themeButton);
        actions.getChildren().addAll(0, screen.actions());
    }

    @FXML
    private void toggleTheme() {
        theme.toggle();
    }

    private void showTheme(Theme shown) {
        themeButton.setGraphic(new FontIcon(shown == Theme.LIGHT ? Feather.MOON : Feather.SUN));
        String words = messages.text(shown == Theme.LIGHT ? "theme.to.dark" : "theme.to.light");
        themeButton.setTooltip(new Tooltip(words));
        themeButton.setAccessibleText(words);
    }
}
