package bankassistant.ui.shell;

import java.time.Duration;
import java.time.Instant;
import javafx.scene.Scene;

/**
 * Tells how long the first window took. With {@code -Dbankassistant.trace.startup=true} one line goes to standard error:
 * {@code startup window_ms=900}, counted from the start of the process to the first frame drawn.
 */
final class StartupTrace {

    private StartupTrace() {}

    static void watch(Scene scene) {
        if (Boolean.getBoolean("bankassistant.trace.startup")) {
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    // what follows a pulse runs when its frame has been handed to the renderer
                    javafx.application.Platform.runLater(StartupTrace::print);
                }
            });
        }
    }

    private static void print() {
        Instant now = Instant.now();
        ProcessHandle.current().info().startInstant()
                .ifPresent(start -> System.err.println("startup window_ms=" + Duration.between(start, now).toMillis()));
    }
}
