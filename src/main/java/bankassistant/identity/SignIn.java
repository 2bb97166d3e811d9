package bankassistant.identity;

import bankassistant.identity.SignInException.Reason;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** Finds out whether somebody is who they say, at a pace that makes guessing hopeless. */
final class SignIn {

    /** Unknown names are counted in so many groups: their text, which may be a password, is kept nowhere. */
    private static final int GROUPS = 64;

    private final UsersFile users;
    private final Attempts attempts;
    private final UserSecrets secrets;

    SignIn(UsersFile users, Attempts attempts, UserSecrets secrets) {
        this.users = users;
        this.attempts = attempts;
        this.secrets = secrets;
    }

    /** A new session. */
    Session signIn(String name, Password password) throws IOException {
        String session = UUID.randomUUID().toString();
        Proof proof = prove(name, password, session);
        try {
            User user = proof.user();
            if (user.state() == User.State.ENROLLING) {
                throw new SignInException(Reason.ENROL);
            }
            SignedIn who = new SignedIn(user.name(), user.role(), session);
            return new Session(who, proof.roster().store(), proof.roster().revision(), user.version(),
                    RoleKey.of(user.role(), proof.secret()), attempts::refused);
        } finally {
            proof.wipe();
        }
    }

    /** Gives a locked session its key again. */
    void unlock(Session session, Password password) throws IOException {
        Proof proof = prove(session.who().user(), password, session.who().session());
        try {
            boolean same = proof.user().state() == User.State.ACTIVE && proof.roster().store().equals(session.store());
            if (!same || session.hasEnded()) {
                throw new SignInException(Reason.ENDED);
            }
            session.version(proof.user().version());
            session.unlock(RoleKey.of(proof.user().role(), proof.secret()));
        } finally {
            proof.wipe();
        }
    }

    /**
     * Opens a user's secret.
     *
     * @param session that it is for; empty where it is for none
     * @throws SignInException if the password is not theirs, they are disabled, or have to wait
     */
    Proof prove(String name, Password password, String session) throws IOException {
        SealedRoster sealed = users.required();
        if (!sealed.isGenuine()) {
            throw new SignInException(Reason.ALTERED);
        }
        Roster roster = sealed.roster();
        Optional<User> found = UserName.of(name).flatMap(roster::user);
        String key = found.map(User::name).orElse("?" + Math.floorMod(name.hashCode(), GROUPS));
        String shown = found.map(User::name).orElse(IdentityEvent.UNKNOWN);
        attempts.begin(key, shown, found.map(User::role));
        if (found.isEmpty()) {
            secrets.openNothing(roster, password);
            throw new SignInException(Reason.WRONG);
        }
        User user = found.get();
        byte[] secret = secrets.open(user, password, roster.store()).orElseThrow(
                () -> new SignInException(Reason.WRONG));
        if (user.disabled()) {
            Arrays.fill(secret, (byte) 0);
            throw new SignInException(Reason.DISABLED);
        }
        // who holds the file key has the sign-in recorded at once; an administrator can't
        boolean waits = user.role() == Role.ADMINISTRATOR && user.state() == User.State.ACTIVE;
        attempts.succeeded(key, user.name(),
                waits ? Optional.of(new SignedIn(user.name(), user.role(), session)) : Optional.empty());
        return new Proof(roster, user, secret);
    }

    /** A user whose password was right. */
    record Proof(Roster roster, User user, byte[] secret) {

        void wipe() {
            Arrays.fill(secret, (byte) 0);
        }
    }
}
