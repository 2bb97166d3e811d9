package bankassistant.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * What an administrator sees of a user.
 *
 * @param change the last that was done to the user, where that is known
 */
public record UserStatus(String name, Role role, State state, Optional<Change> change) {

    /** Something that was done to a user. @param by who did it */
    public record Change(Instant at, IdentityEvent.Kind kind, String by) {}

    /** Whether the user can sign in. */
    public enum State {
        /** Was given a one-time password and has to enrol. */
        ENROLLING,
        /** Can sign in. */
        ACTIVE,
        /** Can't sign in until enabled. */
        DISABLED
    }

    static UserStatus of(User user) {
        State state = user.disabled()
                ? State.DISABLED
                : user.state() == User.State.ACTIVE ? State.ACTIVE : State.ENROLLING;
        return new UserStatus(user.name(), user.role(), state, user.change());
    }
}
