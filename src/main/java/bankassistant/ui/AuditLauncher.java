package bankassistant.ui;

import bankassistant.ui.audit.AuditModels;
import bankassistant.ui.audit.AuditRecords;
import bankassistant.ui.audit.AuditScreen;
import bankassistant.ui.audit.StageFileChoice;
import bankassistant.ui.shell.AssistantWindow;
import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.ThemeSwitch;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Shows the audit log in a window of its own. */
public final class AuditLauncher {

    private static final int LAST_READING_SECONDS = 10;

    private AuditLauncher() {}

    /**
     * Shows the window; returns when the auditor has closed it and what was being read has ended. May be called once in a process,
     * since JavaFX starts once.
     *
     * @param folder keeps saved filters
     * @throws NoDisplayException if there is no display
     */
    public static void run(AuditRecords records, Path folder) throws NoDisplayException {
        WindowLauncher.startToolkit();
        ExecutorService background = Executors
                .newCachedThreadPool(Thread.ofPlatform().name("audit-view-", 0).daemon().factory());
        CompletableFuture<Void> closed = new CompletableFuture<>();
        Platform.runLater(() -> show(records, folder, background, closed));
        try {
            closed.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("the window could not be built", e.getCause());
        } finally {
            end(background);
            Platform.exit();
        }
    }

    private static void show(AuditRecords records, Path folder, ExecutorService background,
            CompletableFuture<Void> closed) {
        try {
            Stage stage = new Stage();
            Messages messages = new Messages();
            Clock clock = Clock.systemDefaultZone();
            AuditModels models = AuditScreen.models(records, folder, new StageFileChoice(() -> stage, messages),
                    background, Platform::runLater, clock, messages);
            stage.setOnHidden(_ -> {
                models.close();
                closed.complete(null);
            });
            ThemeSwitch theme = new ThemeSwitch(Platform.getPreferences().colorSchemeProperty());
            new AssistantWindow(stage, messages, theme, () -> new AuditScreen(models, clock.getZone(), messages))
                    .show();
            models.records().start();
        } catch (RuntimeException | Error e) {
            closed.completeExceptionally(e);
        }
    }

    private static void end(ExecutorService background) {
        background.shutdown();
        try {
            background.awaitTermination(LAST_READING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
