package bankassistant.identity;

import java.util.Optional;

/**
 * A user as the users file has it.
 *
 * @param name     as signed in with, see {@link UserName}
 * @param disabled whether signing in is refused though the password be right
 * @param version  grows with each new password
 * @param cost     of trying a password
 * @param salt     16 bytes in Base64, new with each password
 * @param secret   the role's key, 32 bytes; of an enrolling user who will hold the file key, random bytes
 * @param change   the last that was done to the user; empty in files that are older than this
 */
record User(String name, Role role, State state, boolean disabled, int version, PasswordCost cost, String salt,
        Wrapped secret, Optional<UserStatus.Change> change) {

    /** How far a user has come. */
    enum State {
        /** Has a one-time password and, unless an administrator, no key yet. */
        ENROLLING,
        /** Has a password of their own, and the key. */
        ACTIVE
    }

    User withDisabled(boolean now) {
        return new User(name, role, state, now, version, cost, salt, secret, change);
    }

    User with(UserStatus.Change last) {
        return new User(name, role, state, disabled, version, cost, salt, secret, Optional.of(last));
    }
}
