package bankassistant.ui;

import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.ThemeSwitch;
import java.io.IOException;
import java.util.Optional;
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
    private static final int LAST_WORK_SECONDS = 12;

    private WindowLauncher() {}

    /**
     * Shows the window, in which people sign in first; returns when the person has closed it and the answer on its way
     * has ended. What {@code desks} opened is then the caller's to close. May be called once in a process, since JavaFX starts once.
     *
     * @throws NoDisplayException if there is no display; then {@code desks} were not asked for anything
     * @throws IOException        if the users can't be read
     */
    public static void run(Desks desks, Access access) throws NoDisplayException, IOException {
        startToolkit();
        boolean isSetUp = access.present().isPresent() || access.isSetUp();
        ExecutorService background = Executors
                .newSingleThreadExecutor(Thread.ofPlatform().name("assistant").daemon().factory());
        ExecutorService doorkeeper = Executors
                .newSingleThreadExecutor(Thread.ofPlatform().name("doorkeeper").daemon().factory());
        WindowFlow flow = new WindowFlow(access, desks, new Messages(), background, doorkeeper);
        CompletableFuture<Void> closed = new CompletableFuture<>();
        Platform.runLater(() -> show(flow, isSetUp, closed));
        try {
            closed.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("the window could not be built", e.getCause());
        } finally {
            background.shutdown();
            doorkeeper.shutdown();
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

    private static void show(WindowFlow flow, boolean isSetUp, CompletableFuture<Void> closed) {
        try {
            Thread.currentThread().setUncaughtExceptionHandler(
                    (_, failure) -> LOG.error("The window met a {}", failure.getClass().getName(), failure));
            Optional<Desk> desk = flow.begin();
            Stage stage = new Stage();
            stage.setOnHidden(_ -> {
                flow.close().orTimeout(LAST_WORK_SECONDS, TimeUnit.SECONDS)
                        .whenComplete((_, _) -> closed.complete(null));
            });
            ThemeSwitch theme = new ThemeSwitch(Platform.getPreferences().colorSchemeProperty());
            flow.show(stage, theme, isSetUp);
            desk.filter(ChatDesk.class::isInstance).map(ChatDesk.class::cast)
                    .ifPresent(chat -> Rehearsal.playIfWanted(chat.model(), stage));
        } catch (RuntimeException | Error e) {
            closed.completeExceptionally(e);
        }
    }
}
