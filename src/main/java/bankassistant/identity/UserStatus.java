package bankassistant.identity;

/** What an administrator sees of a user. */
public record UserStatus(String name, Role role, State state) {

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
        return new UserStatus(user.name(), user.role(), state);
    }
}
