package bankassistant.audit.store;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The thread on which a connection is used. Nobody else's interrupt reaches it: an interrupted thread closes the database's
 * file under everyone.
 */
final class StoreThread implements AutoCloseable {

    private final ExecutorService executor;

    StoreThread(String name) {
        executor = Executors.newSingleThreadExecutor(task -> Thread.ofPlatform().daemon().name(name).unstarted(task));
    }

    /** Does the work there and waits for it, whatever interrupts the caller; the interrupt is kept for later. */
    <T> T call(Callable<T> work) throws Exception {
        return result(executor.submit(work));
    }

    /** Does the work there. {@link #result} waits for it. */
    <T> Future<T> later(Callable<T> work) {
        return executor.submit(work);
    }

    /** Waits for work as {@link #call} does. */
    static <T> T result(Future<T> future) throws Exception {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case Exception exception -> throw exception;
                case Error error -> throw error;
                case null, default -> throw new CancellationException("no reason given");
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        executor.shutdown();
    }
}
