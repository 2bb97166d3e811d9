package bankassistant.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to users or at sign-in, which belongs into the records.
 *
 * @param id      tells it from every other of this store
 * @param at      when; of several failures, the last
 * @param by      who did it; the user themself, or {@link #UNKNOWN} where a name is not known
 * @param user    whom it concerns, or {@link #UNKNOWN}: what was typed for a name may be a password
 * @param role    of that user, where known
 * @param times   how often, at least 1
 * @param session of who did it; empty where they were not signed in
 * @param tried   what was refused; of refusals only
 */
public record IdentityEvent(String id, Instant at, Kind kind, String by, String user, Optional<Role> role, int times,
        String session, Optional<Permission> tried) {

    /** Stands for a name that no user has. */
    public static final String UNKNOWN = "?";

    IdentityEvent(String id, Instant at, Kind kind, String by, String user, Optional<Role> role, int times,
            String session) {
        this(id, at, kind, by, user, role, times, session, Optional.empty());
    }

    /** Of several that are one event now. */
    IdentityEvent times(int often) {
        return new IdentityEvent(id, at, kind, by, user, role, often, session, tried);
    }

    /** What happened. */
    public enum Kind {
        STORE_MADE, USER_ADDED, USER_DISABLED, USER_ENABLED, USER_RESET, USER_ENROLLED, PASSWORD_CHANGED,
        ADMINISTRATOR_RECOVERED, SIGNED_IN, SIGN_IN_FAILED,
        /** Somebody who was signed in tried what their role may not do. */
        REFUSED,
        /** The file with failed attempts could not be read and was begun anew. */
        ATTEMPTS_LOST
    }
}
