package bankassistant.app;

import bankassistant.audit.AuditLog;
import bankassistant.audit.record.AuditQuery;
import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import bankassistant.identity.Identity;
import bankassistant.identity.IdentityEvent;
import bankassistant.identity.Session;
import bankassistant.identity.Settings;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Records who comes, locks and leaves, and what happened to users while nobody was there who could record it. */
final class SessionRecords {

    private static final String SIGN_IN = "sign_in";

    private final AuditLog log;
    private final Identity identity;

    SessionRecords(AuditLog log, Identity identity) {
        this.log = log;
        this.identity = identity;
    }

    /**
     * Somebody who holds the store's key has signed in.
     *
     * @throws bankassistant.identity.SignInException if the users file is older than the one the records know
     */
    void began(Session session) throws IOException {
        highestRevision().ifPresent(session::refuseIfOlderThan);
        log.append(Optional.of(session.who()), new Entry.SignIn(session.usersRevision()));
        recordWaiting(session);
        session.whenLockedOrEnded(() -> left(session));
    }

    private void left(Session session) {
        if (session.hasEnded()) {
            log.append(Optional.of(session.who()), new Entry.SignOut());
            // what this person did is signed, and copied to the witnesses
            log.checkpoint();
        } else {
            log.append(Optional.of(session.who()), new Entry.Locked("locked"));
        }
    }

    private Optional<Long> highestRevision() {
        return log.page(AuditQuery.ALL.ofKinds(Set.of(SIGN_IN)), Long.MAX_VALUE, 1).records().stream()
                .map(AuditRecord::entry).map(Entry.SignIn.class::cast).map(Entry.SignIn::usersRevision).findFirst();
    }

    private void recordWaiting(Session session) throws IOException {
        List<IdentityEvent> waiting = identity.unrecorded();
        if (!waiting.isEmpty()) {
            log.append(Optional.of(session.who()), waiting.stream().map(SessionRecords::entry).toList());
            identity.recorded(session, waiting);
        }
        List<Settings.Change> changes = identity.settings().unrecorded();
        if (!changes.isEmpty()) {
            changes.forEach(change -> log.append(Optional.of(change.by()),
                    new Entry.SettingsChanged(change.setting(), change.from(), change.to())));
            identity.settings().recorded(changes);
        }
    }

    private static Entry entry(IdentityEvent event) {
        return event.kind() == IdentityEvent.Kind.SIGN_IN_FAILED
                ? new Entry.SignInFailed(event.id(), event.at(), event.user(), event.times())
                : new Entry.UserChanged(event.id(), event.at(), event.by(), event.user(),
                        event.kind().name().toLowerCase(Locale.ROOT), event.role());
    }
}
