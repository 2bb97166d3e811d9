package bankassistant.ui;

import bankassistant.identity.SignedIn;
import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Screen;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A screen of somebody who is signed in: their name and a button that locks stand in the header. */
final class SessionScreen implements Screen {

    private static final KeyCombination LOCK = new KeyCodeCombination(KeyCode.L, KeyCombination.SHORTCUT_DOWN,
            KeyCombination.SHIFT_DOWN);

    private final Screen screen;
    private final SignedIn who;
    private final Messages messages;
    private final Runnable lock;

    SessionScreen(Screen screen, SignedIn who, Messages messages, Runnable lock) {
        this.screen = screen;
        this.who = who;
        this.messages = messages;
        this.lock = lock;
        screen.root().sceneProperty().subscribe(this::bindKey);
    }

    private void bindKey(Scene scene) {
        if (scene != null) {
            scene.getAccelerators().put(LOCK, lock);
        }
    }

    @Override
    public Parent root() {
        return screen.root();
    }

    @Override
    public List<Node> actions() {
        Label name = new Label(who.user(), new FontIcon(Feather.USER));
        name.getStyleClass().add("session-user");
        Button button = new Button(messages.text("session.lock"), new FontIcon(Feather.LOCK));
        button.setId("lock");
        button.setMnemonicParsing(true);
        button.setTooltip(new Tooltip(messages.text("session.lock.tooltip", LOCK.getDisplayText())));
        button.setOnAction(_ -> lock.run());
        List<Node> all = new ArrayList<>(List.of(name));
        all.addAll(screen.actions());
        all.add(button);
        return all;
    }

    @Override
    public void focusStart() {
        screen.focusStart();
    }
}
