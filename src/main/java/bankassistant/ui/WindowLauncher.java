package bankassistant.ui;

import bankassistant.chat.Conversation;
import bankassistant.ui.chat.ChatScreen;
import bankassistant.ui.chat.ChatStart;
import bankassistant.ui.chat.ChatViewModel;
import bankassistant.ui.shell.AssistantWindow;
import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.ThemeSwitch;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows the window and makes the assistant ready behind it. */
public final class WindowLauncher {

    private static final Logger LOG = LoggerFactory.getLogger(WindowLauncher.class);
    private static final int LAST_ANSWER_SECONDS = 5;

    private WindowLauncher() {}

    /**
     * Shows the window; returns when the person has closed it and the answer on its way has ended. What {@code start}
     * opened is then the caller's to close. May be called once in a process, since JavaFX starts once.
     *
     * @throws NoDisplayException if there is no display; then {@code start} was not called
     */
    public static void run(ChatStart start) throws NoDisplayException {
        startToolkit();
        ExecutorService background = Executors
                .newSingleThreadExecutor(Thread.ofPlatform().name("assistant").daemon().factory());
        Messages messages = new Messages();
        ChatViewModel model = new ChatViewModel(start, background, Platform::runLater,
                () -> new Conversation(UUID.randomUUID().toString()), messages);
        // before the window is built, so that both go on at once
        model.start();
        CompletableFuture<Void> closed = new CompletableFuture<>();
        Platform.runLater(() -> show(model, messages, closed));
        try {
            closed.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("the window could not be built", e.getCause());
        } finally {
            end(background);
            Platform.exit();
        }
    }

    static void startToolkit() throws NoDisplayException {
        try {
            Platform.startup(() -> {});
        } catch (UnsupportedOperationException | UnsatisfiedLinkError | NoClassDefFoundError e) {
            throw new NoDisplayException(e);
        }
    }

    private static void show(ChatViewModel model, Messages messages, CompletableFuture<Void> closed) {
        try {
            Thread.currentThread().setUncaughtExceptionHandler(
                    (_, failure) -> LOG.error("The window met a {}", failure.getClass().getName(), failure));
            Stage stage = new Stage();
            stage.setOnHidden(_ -> {
                model.close();
                closed.complete(null);
            });
            ThemeSwitch theme = new ThemeSwitch(Platform.getPreferences().colorSchemeProperty());
            new AssistantWindow(stage, messages, theme, () -> new ChatScreen(model, messages)).show();
            Rehearsal.playIfWanted(model, stage);
        } catch (RuntimeException | Error e) {
            closed.completeExceptionally(e);
        }
    }

    private static void end(ExecutorService background) {
        background.shutdown();
        try {
            background.awaitTermination(LAST_ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
