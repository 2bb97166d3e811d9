package bankassistant.app;

import bankassistant.audit.AuditLog;
import bankassistant.audit.Belated;
import bankassistant.audit.record.Entry;
import bankassistant.identity.FileKey;
import bankassistant.identity.Session;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds the audit log while somebody is signed in who has its key. When they leave it is closed, so that whoever comes next, or
 * another process, finds it free, and its key is in no database that stays open.
 */
final class LogKeeper implements AutoCloseable {

    private final Opener opener;
    private final Greeting greeting;
    /** What the application did while the log was closed. */
    private final List<Belated> waiting = new ArrayList<>();
    private final InstantSource clock;
    private AuditLog log;
    private Session holder;

    /** Opens the log, where it is not as it was left to be looked into only. */
    @FunctionalInterface
    interface Opener {

        AuditLog open(FileKey key) throws IOException;
    }

    /** Records that somebody has come. */
    @FunctionalInterface
    interface Greeting {

        void begin(AuditLog log, Session session) throws IOException;
    }

    LogKeeper(Opener opener, Greeting greeting, InstantSource clock) {
        this.opener = opener;
        this.clock = clock;
        this.greeting = greeting;
    }

    /**
     * The log, opened with this person's key unless it is open; that they came stands in it.
     *
     * @throws RefusedException                          if their role does not have the key
     * @throws bankassistant.audit.AuditException        if it can't be opened
     * @throws bankassistant.identity.SignInException if the session is locked or has ended
     */
    synchronized AuditLog openFor(Session session) throws IOException {
        if (log == null) {
            try (FileKey key = key(session)) {
                log = opener.open(key);
            }
        }
        if (holder != session) {
            try {
                welcome(session);
            } catch (IOException | RuntimeException e) {
                close();
                throw e;
            }
            holder = session;
        }
        return log;
    }

    private void welcome(Session session) throws IOException {
        if (log.refusal().isEmpty()) {
            greeting.begin(log, session);
            if (!waiting.isEmpty()) {
                log.appendBelated(List.copyOf(waiting));
                waiting.clear();
            }
        }
    }

    static FileKey key(Session session) {
        return session.fileKey().orElseThrow(() -> new RefusedException(
                "An administrator does not hold the audit log's key. Sign in as an auditor."));
    }

    /** The log that is open. */
    synchronized AuditLog open() {
        if (log == null) {
            throw new IllegalStateException("nobody is there for whom the audit log is open");
        }
        return log;
    }

    /** Records what the application did; while the log is closed it waits for the next opening. */
    synchronized void note(Entry entry) {
        if (log == null) {
            waiting.add(new Belated(Optional.empty(), clock.instant(), entry));
        } else {
            log.append(Optional.empty(), entry);
        }
    }

    /** Signs somebody out, and closes the log if it was open for them. */
    void release(Session session) {
        try {
            session.close();
        } finally {
            closeFor(session);
        }
    }

    private synchronized void closeFor(Session session) {
        if (holder == session) {
            close();
        }
    }

    @Override
    public synchronized void close() {
        AuditLog open = log;
        log = null;
        holder = null;
        if (open != null) {
            open.close();
        }
    }
}
