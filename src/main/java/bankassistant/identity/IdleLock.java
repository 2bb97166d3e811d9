package bankassistant.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Locks when nobody has touched anything for a while. Two clocks are asked: the one that only goes on stands still while the
 * machine sleeps, and the one on the wall can be set back.
 */
public final class IdleLock {

    /** How long nothing may happen, unless settings say otherwise. */
    public static final Duration USUAL = Duration.ofMinutes(5);

    private final Duration limit;
    private final InstantSource wall;
    private final LongSupplier nanos;
    private final Runnable lock;
    private Instant touchedAt;
    private long touchedNanos;

    /**
     * @param nanos as {@link System#nanoTime}
     * @param lock  what to do, once for each time of idleness
     */
    public IdleLock(Duration limit, InstantSource wall, LongSupplier nanos, Runnable lock) {
        this.limit = limit;
        this.wall = wall;
        this.nanos = nanos;
        this.lock = lock;
        touched();
    }

    /** A key was pressed or the pointer moved. An idleness that has lasted too long already isn't undone by it. */
    public synchronized void touched() {
        if (touchedAt != null && idleTooLong()) {
            return;
        }
        begin();
    }

    /** Locks if it is time. To be called every few seconds, and before anything is shown after a pause. */
    public synchronized void check() {
        if (idleTooLong()) {
            begin();
            lock.run();
        }
    }

    /** Counts from now on, as after unlocking. */
    public synchronized void restart() {
        begin();
    }

    private boolean idleTooLong() {
        long passed = nanos.getAsLong() - touchedNanos;
        return passed >= limit.toNanos() || !wall.instant().isBefore(touchedAt.plus(limit));
    }

    private void begin() {
        touchedAt = wall.instant();
        touchedNanos = nanos.getAsLong();
    }
}
