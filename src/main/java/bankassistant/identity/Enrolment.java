package bankassistant.identity;

import bankassistant.identity.IdentityEvent.Kind;
import bankassistant.identity.UserSecrets.Profile;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;

/**
 * How a user who has a one-time password gets one of their own, and the key of their role. An administrator's key comes with the
 * one-time password. The file key comes from the recovery key, or from a colleague who is present and signed in; so an
 * administrator alone can let nobody into the store, not even a user of their own making.
 */
public final class Enrolment {

    private final UsersFile users;
    private final SignIn signIn;
    private final UserSecrets secrets;
    private final InstantSource clock;

    Enrolment(UsersFile users, SignIn signIn, UserSecrets secrets, InstantSource clock) {
        this.users = users;
        this.signIn = signIn;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Whom a one-time password is for: what enrolling takes depends on it.
     *
     * @throws SignInException   if the one-time password is wrong
     * @throws IdentityException if the user is enrolled already
     */
    public Role roleOf(String name, Password oneTime) throws IOException {
        SignIn.Proof proof = signIn.prove(name, oneTime, "");
        proof.wipe();
        requireEnrolling(proof);
        return proof.user().role();
    }

    /**
     * Enrols somebody who will hold the file key, by the recovery key.
     *
     * @throws SignInException   if the one-time password is wrong
     * @throws IdentityException if the new password breaks the rules, or the recovery key is of another store
     */
    public void byRecoveryKey(String name, Password oneTime, Password chosen, RecoveryKey recovery)
            throws IOException {
        SignIn.Proof proof = proven(name, oneTime, chosen);
        try (RoleKey key = recovered(proof.roster(), recovery, proof.user().role())) {
            activate(proof, chosen, key, Doer.notSignedIn(proof.user().name()));
        } finally {
            proof.wipe();
        }
    }

    /**
     * Enrols a teller or presenter by a colleague's key.
     *
     * @throws NotPermittedException if the colleague may not vouch
     * @throws IdentityException     if the user is to be an auditor, who needs the recovery key
     */
    public void byColleague(String name, Password oneTime, Password chosen, Session colleague) throws IOException {
        colleague.require(Permission.VOUCH);
        SignIn.Proof proof = proven(name, oneTime, chosen);
        try (RoleKey key = colleague.key()) {
            if (proof.user().role() == Role.AUDITOR) {
                throw new IdentityException("An auditor enrols with the recovery key: nobody else may let them in.");
            }
            if (!colleague.store().equals(proof.roster().store())) {
                throw new SignInException(SignInException.Reason.ALTERED);
            }
            activate(proof, chosen, key, Doer.of(colleague));
        } finally {
            proof.wipe();
        }
    }

    /** Enrols an administrator, who needs nobody's help. */
    public void ofAdministrator(String name, Password oneTime, Password chosen) throws IOException {
        SignIn.Proof proof = proven(name, oneTime, chosen);
        try {
            if (proof.user().role() != Role.ADMINISTRATOR) {
                throw new IdentityException("Enrolling needs the recovery key, or a teller who vouches for you.");
            }
            try (RoleKey key = RoleKey.of(Role.ADMINISTRATOR, proof.secret())) {
                activate(proof, chosen, key, Doer.notSignedIn(proof.user().name()));
            }
        } finally {
            proof.wipe();
        }
    }

    /** Gives an administrator who has forgotten their password a new one, where no other administrator is left to do it. */
    public void recoverAdministrator(String typed, RecoveryKey recovery, Password chosen) throws IOException {
        SealedRoster sealed = users.required();
        String name = UserName.required(typed);
        User user = sealed.roster().user(name).filter(found -> found.role() == Role.ADMINISTRATOR && !found.disabled())
                .orElseThrow(() -> new IdentityException("There is no such administrator."));
        PasswordRules.check(chosen, name);
        try (RoleKey key = recovered(sealed.roster(), recovery, user.role())) {
            replace(sealed.roster().store(), user, chosen, key, Kind.ADMINISTRATOR_RECOVERED, Doer.notSignedIn(name));
        }
    }

    private SignIn.Proof proven(String name, Password oneTime, Password chosen) throws IOException {
        SignIn.Proof proof = signIn.prove(name, oneTime, "");
        try {
            requireEnrolling(proof);
            if (oneTime.sameAs(chosen)) {
                throw new IdentityException("Choose a password of your own: the one-time password serves once.");
            }
            PasswordRules.check(chosen, proof.user().name());
            return proof;
        } catch (RuntimeException e) {
            proof.wipe();
            throw e;
        }
    }

    private static void requireEnrolling(SignIn.Proof proof) {
        if (proof.user().state() != User.State.ENROLLING) {
            throw new IdentityException("This user is enrolled already.");
        }
    }

    private static RoleKey recovered(Roster roster, RecoveryKey recovery, Role role) {
        byte[] wrapping = recovery.wrappingKey();
        byte[] both = KeyWrap.unwrap(wrapping, roster.recovery(), roster.store().boundRecovery())
                .orElseThrow(() -> new IdentityException("This recovery key belongs to other users than these."));
        byte[] one = role == Role.ADMINISTRATOR
                ? Arrays.copyOfRange(both, FileKey.LENGTH, both.length)
                : Arrays.copyOf(both, FileKey.LENGTH);
        try {
            return RoleKey.of(role, one);
        } finally {
            Arrays.fill(wrapping, (byte) 0);
            Arrays.fill(both, (byte) 0);
            Arrays.fill(one, (byte) 0);
        }
    }

    private void activate(SignIn.Proof proof, Password chosen, RoleKey key, Doer by) throws IOException {
        replace(proof.roster().store(), proof.user(), chosen, key, Kind.USER_ENROLLED, by);
    }

    private void replace(StoreId store, User user, Password chosen, RoleKey key, Kind kind, Doer by)
            throws IOException {
        byte[] secret = key.secret();
        try {
            User enrolled = secrets.seal(Profile.next(user, User.State.ACTIVE), chosen, secret, store);
            users.change(store, key, roster -> {
                if (!roster.user(user.name()).equals(java.util.Optional.of(user))) {
                    throw new IdentityException("This user was changed meanwhile. Try again.");
                }
                return roster.with(enrolled, kind, by, clock.instant());
            });
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }
}
