package bankassistant.app;

import bankassistant.identity.Identity;
import bankassistant.identity.Password;
import bankassistant.identity.PasswordCost;
import bankassistant.identity.Permission;
import bankassistant.identity.RecoveryKey;
import bankassistant.identity.Session;
import bankassistant.ui.Access;
import java.io.IOException;
import java.util.Optional;

/**
 * Lets people in through the window. Who signs in there works with the parts from then on.
 *
 * @param present signed in by the command line
 */
record WindowAccess(Parts parts, Identity identity, Optional<Session> present, boolean locks) implements Access {

    static WindowAccess of(Parts parts, SignInRequest request) throws IOException {
        Optional<Session> present = Optional.empty();
        if (request.isComplete()) {
            Session session = parts.signIn(request);
            session.require(Permission.ASK);
            present = Optional.of(session);
        }
        return new WindowAccess(parts, parts.identity(), present, !request.demo());
    }

    @Override
    public boolean isSetUp() throws IOException {
        return identity.isSetUp();
    }

    @Override
    public RecoveryKey setUp(String administrator, Password administrators, String auditor, Password auditors)
            throws IOException {
        return identity.setUp(administrator, administrators, auditor, auditors, PasswordCost.calibrated());
    }

    @Override
    public Session signIn(String name, Password password) throws IOException {
        Session session = identity.signIn(name, password);
        parts.admit(session);
        return session;
    }

    @Override
    public void unlock(Session session, Password password) throws IOException {
        identity.unlock(session, password);
    }
}
