package bankassistant.ui;

import bankassistant.identity.Password;
import bankassistant.identity.RecoveryKey;
import bankassistant.identity.Role;
import bankassistant.identity.Session;
import bankassistant.ui.signin.Voucher;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How the window lets people in. Its methods may take a second; none is called on the JavaFX thread. */
public interface Access {

    /** Who has signed in before the window opens; waits for them. Asked again it answers at once. */
    Optional<Session> present();

    /** Whether sessions are locked when nobody does anything; not in the demo, whose passwords are no secret. */
    boolean locks();

    /** After which idleness they are. */
    Duration idleLimit() throws IOException;

    /** Whether there are users. */
    boolean isSetUp() throws IOException;

    /** Makes the first two users. The caller closes the key. */
    RecoveryKey setUp(String administrator, Password administrators, String auditor, Password auditors)
            throws IOException;

    /** Signs somebody in, for whom {@link Desks} then are. The caller signs them out. */
    Session signIn(String name, Password password) throws IOException;

    /**
     * The role of somebody who has a one-time password.
     *
     * @throws bankassistant.identity.IdentityException if it is none
     */
    Role enrolling(String name, Password oneTime) throws IOException;

    /**
     * Gives somebody a password of their own in place of the one-time password, and signs them in. The caller signs them out, and
     * closes the passwords.
     */
    Session enrol(String name, Password oneTime, Password chosen, Voucher voucher) throws IOException;

    /** Gives somebody who is signed in another password. */
    void changePassword(Session session, Password present, Password chosen) throws IOException;

    /** The demo bank's users with their passwords, which are no secret, in the order to show them; of a real bank none. */
    Map<String, String> demoUsers();

    void unlock(Session session, Password password) throws IOException;

    /** Ends a session that is open or locked. What was open for it is closed: the next person, or another process, can open it. */
    void signOut(Session session);
}
