package bankassistant.identity;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * From a person's sign-in to their sign-out. Holds the key of their role while it is neither locked nor ended; what else holds
 * something of theirs (caches of a conversation, what placeholders stand for) has itself told when to clear it. Safe to use from
 * several threads.
 */
public final class Session implements AutoCloseable {

    private final SignedIn who;
    private final StoreId store;
    private final long revision;
    private final Refusals refusals;
    private final List<Runnable> clearing = new CopyOnWriteArrayList<>();
    private final List<Runnable> refused = new CopyOnWriteArrayList<>();
    private int version;
    private RoleKey key;
    private boolean ended;

    /** Keeps what was refused until it can be recorded. */
    @FunctionalInterface
    interface Refusals {

        void note(SignedIn who, Permission tried) throws IOException;
    }

    Session(SignedIn who, StoreId store, long revision, int version, RoleKey key, Refusals refusals) {
        this.who = who;
        this.store = store;
        this.revision = revision;
        this.version = version;
        this.key = key;
        this.refusals = refusals;
    }

    public SignedIn who() {
        return who;
    }

    /** The revision of the users file at sign-in. The records keep the highest, see {@link #refuseIfOlderThan}. */
    public long usersRevision() {
        return revision;
    }

    /**
     * Compares the users file with what the records know of it: alone it can't tell that an older one was put in its place.
     *
     * @param recorded the highest {@link #usersRevision} in the records
     * @throws SignInException if the file is older
     */
    public void refuseIfOlderThan(long recorded) {
        if (revision < recorded) {
            throw new SignInException(SignInException.Reason.ALTERED);
        }
    }

    /**
     * The one place where it is asked whether somebody may do something. That they tried what they may not is kept for the records.
     *
     * @throws NotPermittedException if the person may not do that
     * @throws SignInException       if the session is locked or has ended
     */
    public void require(Permission permission) {
        try {
            Permissions.require(who, permission);
        } catch (NotPermittedException e) {
            note(e);
            throw e;
        }
        key().close();
    }

    /** Whatever becomes of the note, it stays refused. */
    private void note(NotPermittedException refusal) {
        try {
            refusals.note(who, refusal.permission());
            refused.forEach(Runnable::run);
        } catch (IOException | RuntimeException e) {
            refusal.addSuppressed(e);
        }
    }

    /** Has something done each time when the person was refused something, which waits to be recorded by then. */
    public void whenRefused(Runnable action) {
        refused.add(action);
    }

    /**
     * The key to the store; none of an administrator. The caller closes it.
     *
     * @throws SignInException if the session is locked or has ended
     */
    public Optional<FileKey> fileKey() {
        try (RoleKey mine = key()) {
            return mine.fileKey();
        }
    }

    /** A copy, which the caller closes. */
    synchronized RoleKey key() {
        if (key == null) {
            throw new SignInException(SignInException.Reason.ENDED);
        }
        return key.copy();
    }

    StoreId store() {
        return store;
    }

    synchronized int version() {
        return version;
    }

    synchronized void version(int now) {
        version = now;
    }

    /** Has something done each time when the session is locked, and when it ends. */
    public void whenLockedOrEnded(Runnable clear) {
        clearing.add(clear);
    }

    /** Wipes the key and has all cleared. Nothing but unlocking and ending can be done afterwards. */
    public void lock() {
        synchronized (this) {
            if (key == null) {
                return;
            }
            wipe();
        }
        clear();
    }

    public synchronized boolean isLocked() {
        return key == null && !ended;
    }

    /** Whether it is neither locked nor ended. */
    public synchronized boolean isOpen() {
        return key != null;
    }

    public synchronized boolean hasEnded() {
        return ended;
    }

    /** Takes the key over, or closes it if the session ended meanwhile. */
    synchronized void unlock(RoleKey again) {
        if (ended) {
            again.close();
            throw new SignInException(SignInException.Reason.ENDED);
        }
        wipe();
        key = again;
    }

    /** Signs out. */
    @Override
    public void close() {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            wipe();
        }
        clear();
    }

    private void wipe() {
        if (key != null) {
            key.close();
            key = null;
        }
    }

    /** All are told, whatever one of them does. */
    private void clear() {
        RuntimeException failure = null;
        for (Runnable each : clearing) {
            try {
                each.run();
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public String toString() {
        return "session " + who.session();
    }
}
