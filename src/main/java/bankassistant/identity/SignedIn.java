package bankassistant.identity;

import java.util.Objects;

/**
 * Somebody who has proved who they are, for one session; in records also who did something without being signed in.
 *
 * @param user    the name they signed in with
 * @param role    theirs
 * @param session from sign-in to sign-out; not secret, stands in records; empty without one
 */
public record SignedIn(String user, Role role, String session) {

    public SignedIn {
        Objects.requireNonNull(user);
        Objects.requireNonNull(role);
        Objects.requireNonNull(session);
    }
}
