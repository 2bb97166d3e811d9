package bankassistant.ui.chat;

import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Screen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The conversation as a screen of the window, with its keys. */
public final class ChatScreen implements Screen {

    private static final KeyCombination NEW = new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination QUESTION = new KeyCodeCombination(KeyCode.L, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination READ_LATEST = new KeyCodeCombination(KeyCode.R, KeyCombination.SHORTCUT_DOWN,
            KeyCombination.SHIFT_DOWN);
    private static final KeyCombination HISTORY = new KeyCodeCombination(KeyCode.H, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination NEXT_PANE = new KeyCodeCombination(KeyCode.F6);
    private static final KeyCombination ESCAPE = new KeyCodeCombination(KeyCode.ESCAPE);

    private final ChatController controller;
    private final Messages messages;
    private final Optional<HistoryViewModel> history;
    private final Parent root;

    public ChatScreen(ChatViewModel model, Messages messages) {
        this(model, Optional.empty(), messages);
    }

    /** @param history empty for those who may not see one */
    public ChatScreen(ChatViewModel model, Optional<HistoryViewModel> history, Messages messages) {
        this.messages = messages;
        this.history = history;
        this.controller = new ChatController(model, history, messages);
        this.root = load(model);
        root.sceneProperty().addListener((_, _, scene) -> {
            if (scene != null) {
                bindKeys(scene);
            }
        });
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public List<Node> actions() {
        Button fresh = new Button(messages.text("chat.new"), new FontIcon(Feather.PLUS));
        fresh.setMnemonicParsing(true);
        fresh.setTooltip(new Tooltip(messages.text("chat.new.tooltip", NEW.getDisplayText())));
        fresh.setOnAction(_ -> controller.newConversation());
        return history.isEmpty() ? List.of(fresh) : List.of(past(), fresh);
    }

    private Node past() {
        Button past = new Button("", new FontIcon(Feather.CLOCK));
        past.setId("history");
        past.getStyleClass().addAll("button-icon", "flat");
        String words = messages.text("history.tooltip", HISTORY.getDisplayText());
        past.setAccessibleText(words);
        past.setTooltip(new Tooltip(words));
        past.setOnAction(_ -> controller.toggleHistory());
        return past;
    }

    @Override
    public void focusStart() {
        controller.focusQuestion();
    }

    private void bindKeys(Scene scene) {
        history.ifPresent(_ -> scene.getAccelerators().put(HISTORY, controller::toggleHistory));
        scene.getAccelerators().putAll(Map.of(NEW, controller::newConversation, QUESTION, controller::focusQuestion,
                READ_LATEST, controller::focusLatestAnswer, NEXT_PANE, controller::focusNextPane, ESCAPE,
                controller::escape));
    }

    private Parent load(ChatViewModel model) {
        FXMLLoader loader = new FXMLLoader(ChatScreen.class.getResource("chat.fxml"), messages.bundle());
        loader.setControllerFactory(
                type -> type == ComposerController.class ? new ComposerController(model, messages) : controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
