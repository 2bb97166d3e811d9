package bankassistant.model.torch;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The one thread that runs native code. PyTorch keeps memory and thread pools for each thread that ever called it (its
 * issue 64412), so models share this one; whoever made it closes it after them.
 *
 * <p>A process that ends while native code runs crashes in the libraries' destructors: its end waits for the task under
 * way.
 */
public final class TorchThread implements AutoCloseable {

    private static final int LAST_TASK_SECONDS = 10;

    private final ExecutorService executor;
    private final Thread thread;
    private final Thread atProcessEnd = new Thread(this::finishLastTask, "inference-end");

    /**
     * Starts the thread and loads the native libraries on it.
     *
     * @param threads how many cores one operation may use, 1 or more
     */
    public TorchThread(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, not " + threads);
        }
        executor = Executors.newSingleThreadExecutor(task -> {
            Thread inference = new Thread(task, "inference");
            inference.setDaemon(true);
            return inference;
        });
        thread = call(() -> {
            Engine.getEngine("PyTorch");
            JniUtils.setNumThreads(threads);
            // the profiling executor recompiles whenever lengths vary, which is always here
            JniUtils.setGraphExecutorOptimize(false);
            return Thread.currentThread();
        });
        Runtime.getRuntime().addShutdownHook(atProcessEnd);
    }

    private void finishLastTask() {
        executor.shutdown();
        try {
            executor.awaitTermination(LAST_TASK_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs the task on the thread and waits for its result; exceptions come out as the task threw them. */
    public <T> T call(Callable<T> task) {
        return call(task, () -> {});
    }

    /**
     * As {@link #call(Callable)}. An interrupt does not end the wait, since the caller would then free what the task
     * still uses; the caller's thread is interrupted when this returns.
     *
     * @param interrupted told of an interrupt, on the caller's thread, so that the task can end early
     */
    public <T> T call(Callable<T> task, Runnable interrupted) {
        try {
            return Thread.currentThread() == thread ? task.call() : await(executor.submit(task), interrupted);
        } catch (ExecutionException e) {
            throw TorchThread.<RuntimeException>unchecked(e.getCause());
        } catch (Exception e) {
            throw TorchThread.<RuntimeException>unchecked(e);
        }
    }

    private static <T> T await(Future<T> result, Runnable interrupted) throws ExecutionException {
        boolean wasInterrupted = false;
        try {
            while (true) {
                try {
                    return result.get();
                } catch (InterruptedException e) {
                    wasInterrupted = true;
                    interrupted.run();
                }
            }
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** As {@link #call}, without a result. */
    public void run(Runnable task) {
        call(Executors.callable(task));
    }

    @Override
    public void close() {
        executor.close();
        try {
            Runtime.getRuntime().removeShutdownHook(atProcessEnd);
        } catch (IllegalStateException e) {
            // the process is ending: the hook runs or has run
        }
    }

    @SuppressWarnings("unchecked")
    static <X extends Throwable> X unchecked(Throwable thrown) throws X {
        throw (X) thrown;
    }
}
