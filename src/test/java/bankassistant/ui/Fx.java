package bankassistant.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;

/** JavaFX for tests: the toolkit is started once in a process, work goes to its thread, and tests wait for it. */
public final class Fx {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    static {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        Platform.setImplicitExit(false);
        try {
            if (!started.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("JavaFX did not start");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Fx() {}

    public static <T> T call(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        return result.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    /** Waits until the condition, looked at on the JavaFX thread, holds. */
    public static void until(BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!call(condition::getAsBoolean)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("did not come true within " + PATIENCE.toSeconds() + " s");
            }
            pause(10);
        }
    }

    /** Lets some pulses pass, so that styles, layout and what was put off are done. */
    public static void settle() {
        for (int i = 0; i < 4; i++) {
            run(Platform::requestNextPulse);
            pause(30);
        }
    }

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
