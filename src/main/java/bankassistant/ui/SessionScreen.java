package bankassistant.ui;

import bankassistant.identity.SignedIn;
import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A screen of somebody who is signed in: a button that locks and a menu with their name stand in the header. */
final class SessionScreen implements Screen {

    private static final KeyCombination LOCK = new KeyCodeCombination(KeyCode.L, KeyCombination.SHORTCUT_DOWN,
            KeyCombination.SHIFT_DOWN);

    private final Screen screen;
    private final SignedIn who;
    private final Messages messages;
    private final Optional<Runnable> lock;
    private final Runnable password;
    private final Runnable signOut;

    /**
     * @param lock     what the button does; without it there is none
     * @param password leads to another password
     */
    SessionScreen(Screen screen, SignedIn who, Messages messages, Optional<Runnable> lock,
            Runnable password, Runnable signOut) {
        this.screen = screen;
        this.who = who;
        this.messages = messages;
        this.lock = lock;
        this.password = password;
        this.signOut = signOut;
    }

    @Override
    public Parent root() {
        return screen.root();
    }

    @Override
    public List<Node> actions() {
        List<Node> all = new ArrayList<>(screen.actions());
        lock.map(this::lockButton).ifPresent(all::add);
        all.add(account());
        return all;
    }

    private Node lockButton(Runnable action) {
        Button button = new Button("", new FontIcon(Feather.LOCK));
        button.setId("lock");
        button.getStyleClass().addAll("button-icon", "flat");
        String words = messages.text("session.lock.tooltip", LOCK.getDisplayText());
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private Node account() {
        String role = messages.text("role." + who.role().name().toLowerCase(Locale.ROOT));
        MenuItem name = new MenuItem(messages.text("session.who", who.user(), role));
        name.setDisable(true);
        MenuItem change = new MenuItem(messages.text("session.password"), new FontIcon(Feather.KEY));
        change.setId("change-password");
        change.setMnemonicParsing(true);
        change.setOnAction(_ -> password.run());
        MenuItem out = new MenuItem(messages.text("session.sign.out"), new FontIcon(Feather.LOG_OUT));
        out.setId("sign-out");
        out.setMnemonicParsing(true);
        out.setOnAction(_ -> signOut.run());
        MenuButton menu = new MenuButton(who.user(), new FontIcon(Feather.USER), name, new SeparatorMenuItem(), change,
                out);
        menu.setId("account");
        menu.getStyleClass().addAll("flat", "session-user");
        // a name may hold underscores
        menu.setMnemonicParsing(false);
        menu.setAccessibleText(messages.text("session.who", who.user(), role));
        return menu;
    }

    /** Each showing begins with no keys. */
    @Override
    public void focusStart() {
        Scene scene = root().getScene();
        if (scene != null) {
            lock.ifPresent(action -> scene.getAccelerators().put(LOCK, action));
        }
        screen.focusStart();
    }
}
