package bankassistant.ui.users;

import bankassistant.identity.UserStatus;
import java.util.Optional;

/** What stands beside the list. */
public sealed interface Side {

    /** Nothing is chosen. */
    record Nothing() implements Side {}

    /** A user is chosen. @param asked what is to be confirmed before it is done */
    record Chosen(UserStatus user, Optional<Act> asked) implements Side {}

    /** Somebody is being added. */
    record Adding() implements Side {}

    /**
     * A one-time password is on the screen, this once.
     *
     * @param added whether the user is new
     */
    record Handing(String user, String password, boolean added) implements Side {

        @Override
        public String toString() {
            return "one-time password of " + user;
        }
    }

    /** What is not done without asking once more. */
    enum Act {
        RESET, DISABLE
    }
}
