package bankassistant.ui.audit;

import java.util.OptionalLong;
import java.util.concurrent.Executor;

/** Goes through all records that are wanted, newest first, slice by slice in the background, until its end or until it is stopped. */
final class Walk {

    /** Hears of it on the JavaFX thread but for what is said; nothing more once the walk was stopped. */
    interface Listener {

        /** Before the first slice, in the background. */
        default void begins() {}

        /** Works on a slice in the background. @return what is then to be shown */
        Runnable found(Slice slice);

        /** As {@link #found}, after the last slice. */
        Runnable ended();

        void failed(Throwable failure);
    }

    private final AuditRecords records;
    private final RecordQuery query;
    private final Executor screen;
    private final Listener listener;
    private volatile boolean stopped;

    private Walk(AuditRecords records, RecordQuery query, Executor screen, Listener listener) {
        this.records = records;
        this.query = query;
        this.screen = screen;
        this.listener = listener;
    }

    static Walk start(AuditRecords records, RecordQuery query, Executor background, Executor screen,
            Listener listener) {
        Walk walk = new Walk(records, query, screen, listener);
        background.execute(walk::run);
        return walk;
    }

    void stop() {
        stopped = true;
    }

    private void run() {
        try {
            listener.begins();
            OptionalLong next = OptionalLong.of(Long.MAX_VALUE);
            while (next.isPresent() && !stopped) {
                Slice slice = records.before(query, next.getAsLong());
                tell(listener.found(slice));
                next = slice.next();
            }
            tell(listener.ended());
        } catch (RuntimeException | Error e) {
            tell(() -> listener.failed(e));
        }
    }

    private void tell(Runnable news) {
        screen.execute(() -> {
            if (!stopped) {
                news.run();
            }
        });
    }
}
