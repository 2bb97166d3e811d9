package bankassistant.ui.users;

import bankassistant.identity.OneTimePassword;
import bankassistant.identity.Role;
import bankassistant.identity.UserStatus;
import java.io.IOException;
import java.util.List;

/**
 * What the administrator's screen does, each time as somebody who may. Calls may take a second; none is made on the JavaFX thread.
 * What is refused throws an {@link bankassistant.identity.IdentityException}, whose message is for the person.
 */
public interface UserAccounts {

    /** In the order in which they were added. */
    List<UserStatus> list() throws IOException;

    /** The caller closes the password. */
    OneTimePassword add(String name, Role role) throws IOException;

    /** Takes a user's password. The caller closes the one that is given instead. */
    OneTimePassword reset(String name) throws IOException;

    void disable(String name) throws IOException;

    void enable(String name) throws IOException;

    /** After so many minutes of idleness sessions are locked. */
    int idleMinutes() throws IOException;

    void idleMinutes(int minutes) throws IOException;
}
