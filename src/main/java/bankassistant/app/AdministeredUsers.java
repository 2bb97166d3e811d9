package bankassistant.app;

import bankassistant.identity.Identity;
import bankassistant.identity.OneTimePassword;
import bankassistant.identity.Permission;
import bankassistant.identity.Role;
import bankassistant.identity.Session;
import bankassistant.identity.UserAdministration;
import bankassistant.identity.UserStatus;
import bankassistant.ui.users.UserAccounts;
import java.io.IOException;
import java.util.List;

/** Users and settings as the administrator who is signed in may change them. */
final class AdministeredUsers implements UserAccounts {

    private final Identity identity;
    private final Session session;
    private final UserAdministration administration;

    AdministeredUsers(Identity identity, Session session) {
        this.identity = identity;
        this.session = session;
        administration = identity.administration(session);
    }

    @Override
    public List<UserStatus> list() throws IOException {
        return administration.list();
    }

    @Override
    public OneTimePassword add(String name, Role role) throws IOException {
        return administration.add(name, role);
    }

    @Override
    public OneTimePassword reset(String name) throws IOException {
        return administration.reset(name);
    }

    @Override
    public void disable(String name) throws IOException {
        administration.disable(name);
    }

    @Override
    public void enable(String name) throws IOException {
        administration.enable(name);
    }

    @Override
    public int idleMinutes() throws IOException {
        session.require(Permission.CHANGE_SETTINGS);
        return (int) identity.settings().idleLock().toMinutes();
    }

    @Override
    public void idleMinutes(int minutes) throws IOException {
        identity.settings().idleLock(session, minutes);
    }
}
