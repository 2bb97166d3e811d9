package bankassistant.app;

import bankassistant.audit.AuditLog;
import bankassistant.audit.Belated;
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

    /**
     * Records what happened while nobody could record it, each under who did it.
     *
     * @param session of somebody who holds the store's key
     */
    void recordWaiting(Session session) throws IOException {
        List<Identity.Waiting> waiting = identity.waiting();
        if (!waiting.isEmpty()) {
            log.appendBelated(waiting.stream().map(
                    each -> new Belated(each.doer(), each.event().at(), entry(each.event()))).toList());
            identity.recorded(session, waiting.stream().map(Identity.Waiting::event).toList());
        }
        List<Settings.Change> changes = identity.settings().unrecorded();
        if (!changes.isEmpty()) {
            log.appendBelated(changes.stream().map(change -> new Belated(Optional.of(change.by()), change.at(),
                    new Entry.SettingsChanged(change.setting(), change.from(), change.to()))).toList());
            identity.settings().recorded(changes);
        }
    }

    private static Entry entry(IdentityEvent event) {
        return switch (event.kind()) {
            case SIGN_IN_FAILED -> new Entry.SignInFailed(event.id(), event.at(), event.user(), event.times());
            case REFUSED -> new Entry.Refused(event.id(), lower(event.tried().orElseThrow()), event.times());
            default -> new Entry.UserChanged(event.id(), event.at(), event.by(), event.user(), lower(event.kind()),
                    event.role());
        };
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
