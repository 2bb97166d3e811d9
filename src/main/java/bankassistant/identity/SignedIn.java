package bankassistant.identity;

import java.util.Objects;

/**
 * Somebody who has proved who they are, for one session.
 *
 * @param user    the name they signed in with
 * @param role    theirs
 * @param session from sign-in to sign-out; not secret, stands in records
 */
public record SignedIn(String user, Role role, String session) {

    public SignedIn {
        Objects.requireNonNull(user);
        Objects.requireNonNull(role);
        Objects.requireNonNull(session);
    }
}
