package bankassistant.ui;

import bankassistant.ui.audit.AuditModels;
import bankassistant.ui.audit.AuditRecords;
import bankassistant.ui.audit.AuditScreen;
import bankassistant.ui.audit.FileChoice;
import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Screen;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/** The records, for auditors. */
final class AuditDesk implements Desk {

    private static final int LAST_READING_SECONDS = 10;

    private final ExecutorService background = Executors
            .newCachedThreadPool(Thread.ofPlatform().name("audit-view-", 0).daemon().factory());
    private final Clock clock = Clock.systemDefaultZone();
    private final Messages messages;
    private final AuditModels models;
    private Screen screen;

    /** @param folder keeps saved filters */
    AuditDesk(AuditRecords records, Path folder, FileChoice files, Messages messages) {
        this.messages = messages;
        models = AuditScreen.models(records, folder, files, background, Platform::runLater, clock, messages);
        models.records().start();
    }

    @Override
    public Screen screen() {
        if (screen == null) {
            screen = new AuditScreen(models, clock.getZone(), messages);
        }
        return screen;
    }

    @Override
    public void lock() {
        models.close();
    }

    /** What was being read was refused meanwhile. */
    @Override
    public void unlock() {
        models.records().refresh();
    }

    @Override
    public CompletableFuture<Void> close() {
        models.close();
        background.shutdown();
        return CompletableFuture.runAsync(this::awaitLastReading,
                task -> Thread.ofPlatform().daemon().name("audit-view-end").start(task));
    }

    private void awaitLastReading() {
        try {
            background.awaitTermination(LAST_READING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
