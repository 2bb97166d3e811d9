package bankassistant.ui.chat;

import bankassistant.chat.Chat;
import bankassistant.chat.Conversation;
import bankassistant.ui.Fx;
import bankassistant.ui.Pictures;
import bankassistant.ui.shell.AssistantWindow;
import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Theme;
import bankassistant.ui.shell.ThemeSwitch;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/** The real window with a chat made for tests, driven by real keys. */
final class ChatWindow implements AutoCloseable {

    /** The key that {@code KeyCombination.SHORTCUT_DOWN} means here. */
    static final KeyCode SHORTCUT = System.getProperty("os.name").startsWith("Mac") ? KeyCode.COMMAND : KeyCode.CONTROL;
    static final Path SCREENS = Pictures.SCREENS;

    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final CompletableFuture<Chat> ready = new CompletableFuture<>();
    private final ChatViewModel model;
    private final ThemeSwitch theme;
    private final Stage stage;
    private volatile Consumer<String> progress;

    /** A window whose assistant is not ready yet. */
    ChatWindow(double width, double height) {
        Messages messages = new Messages();
        theme = new ThemeSwitch(new SimpleObjectProperty<>(javafx.application.ColorScheme.LIGHT));
        model = Fx.call(() -> new ChatViewModel(this::start, background, Platform::runLater,
                () -> new Conversation("test"), messages));
        stage = Fx.call(() -> {
            Stage made = new Stage();
            AssistantWindow window = new AssistantWindow(made, messages, theme, () -> new ChatScreen(model, messages));
            made.setWidth(width);
            made.setHeight(height);
            window.show();
            return made;
        });
        Fx.run(model::start);
        Fx.until(() -> progress != null);
        Fx.settle();
    }

    /** A window that is ready. */
    static ChatWindow ready(Chat chat) {
        return ready(chat, 1000, 800);
    }

    static ChatWindow ready(Chat chat, double width, double height) {
        ChatWindow window = new ChatWindow(width, height);
        window.becomeReady(chat);
        return window;
    }

    void becomeReady(Chat chat) {
        ready.complete(chat);
        Fx.until(() -> model.state().get() != ChatViewModel.State.STARTING);
        Fx.settle();
    }

    void failToStart(Exception failure) {
        ready.completeExceptionally(failure);
        Fx.until(() -> model.state().get() == ChatViewModel.State.FAILED);
        Fx.settle();
    }

    void progress(String words) {
        progress.accept(words);
        Fx.settle();
    }

    ChatViewModel model() {
        return model;
    }

    Stage stage() {
        return stage;
    }

    /** Types letters, digits, spaces and question marks. */
    void type(String text) {
        text.chars().forEach(character -> press(switch (character) {
            case ' ' -> new KeyCode[]{KeyCode.SPACE};
            case '?' -> new KeyCode[]{KeyCode.SHIFT, KeyCode.SLASH};
            default -> Character.isUpperCase(character)
                    ? new KeyCode[]{KeyCode.SHIFT, KeyCode.getKeyCode(String.valueOf((char) character))}
                    : new KeyCode[]{KeyCode.getKeyCode(String.valueOf((char) character).toUpperCase())};
        }));
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
        Fx.run(() -> {});
    }

    /** Asks and waits until the answer is over. */
    void ask(String question) {
        Fx.run(() -> {
            model.draft().set(question);
            model.ask();
        });
        Fx.until(() -> model.current().get() == null);
        Fx.settle();
    }

    Node find(String selector) {
        return Fx.call(() -> stage.getScene().lookup(selector));
    }

    List<Node> all(String selector) {
        return Fx.call(() -> List.copyOf(stage.getScene().getRoot().lookupAll(selector)));
    }

    /** The texts of all visible labels and buttons that match. */
    List<String> texts(String selector) {
        return Fx.call(() -> stage.getScene().getRoot().lookupAll(selector).stream().filter(ChatWindow::isShown)
                .map(node -> ((Labeled) node).getText()).toList());
    }

    Node focused() {
        return Fx.call(() -> stage.getScene().getFocusOwner());
    }

    void theme(Theme chosen) {
        Fx.run(() -> theme.choose(chosen));
        Fx.settle();
    }

    ThemeSwitch themeSwitch() {
        return theme;
    }

    /** Writes what is seen to {@code target/screens}. */
    void picture(String name) {
        Fx.settle();
        Pictures.write(stage.getScene(), name);
    }

    @Override
    public void close() {
        ready.cancel(false);
        Fx.run(() -> {
            model.close();
            stage.close();
        });
        background.shutdown();
    }

    static boolean isShown(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private Chat start(Consumer<String> words) throws Exception {
        progress = words;
        try {
            return ready.get();
        } catch (java.util.concurrent.ExecutionException e) {
            throw (Exception) e.getCause();
        }
    }
}
