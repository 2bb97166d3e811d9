package bankassistant.identity;

import bankassistant.identity.IdentityEvent.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The users of one data folder: what others need of this package starts here. */
public final class Identity {

    private final UsersFile users;
    private final Attempts attempts;
    private final UserSecrets secrets;
    private final SignIn signIn;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Settings settings;

    /** @param folder where the users' files are, or will be */
    public Identity(Path folder, InstantSource clock, SecureRandom random) {
        this.users = new UsersFile(folder);
        this.attempts = new Attempts(folder, clock);
        this.secrets = new UserSecrets(random);
        this.signIn = new SignIn(users, attempts, secrets);
        this.clock = clock;
        this.random = random;
        this.settings = new Settings(folder, clock);
    }

    /** Whether there are users. */
    public boolean isSetUp() throws IOException {
        return users.read().isPresent();
    }

    /**
     * Makes the keys and the first two users, two persons. They enter their passwords each in the other's absence.
     *
     * @return what to print once, for the auditor's side to keep: the administrator must not have it. The caller closes it
     * @throws IdentityException if there are users, the names or passwords are the same, or a password breaks the rules
     */
    public RecoveryKey setUp(String administrator, Password administrators, String auditor, Password auditors,
            PasswordCost cost) throws IOException {
        String first = UserName.required(administrator);
        String second = UserName.required(auditor);
        if (first.equals(second)) {
            throw new IdentityException("The administrator and the auditor are two persons, with two names.");
        }
        if (administrators.sameAs(auditors)) {
            throw new IdentityException("The administrator and the auditor can't have the same password.");
        }
        PasswordRules.check(administrators, first);
        PasswordRules.check(auditors, second);
        byte[] fileKey = secrets.placeholder();
        byte[] administrationKey = secrets.placeholder();
        byte[] both = Arrays.copyOf(fileKey, 2 * FileKey.LENGTH);
        System.arraycopy(administrationKey, 0, both, FileKey.LENGTH, FileKey.LENGTH);
        try {
            StoreId store = new StoreId(UUID.randomUUID().toString(), SealingKey.ofStore(fileKey).publicKey(),
                    SealingKey.ofAdministration(administrationKey).publicKey());
            User one = secrets.seal(new UserSecrets.Profile(first, Role.ADMINISTRATOR, User.State.ACTIVE, false, 1,
                    cost), administrators, administrationKey, store);
            User two = secrets.seal(new UserSecrets.Profile(second, Role.AUDITOR, User.State.ACTIVE, false, 1, cost),
                    auditors, fileKey, store);
            RecoveryKey recovery = RecoveryKey.random(random);
            byte[] wrapping = recovery.wrappingKey();
            Wrapped recoverable = KeyWrap.wrap(wrapping, both, store.boundRecovery(), random);
            Arrays.fill(wrapping, (byte) 0);
            UserStatus.Change made = new UserStatus.Change(clock.instant(), Kind.STORE_MADE, first);
            Roster roster = new Roster(store, 0, List.of(one.with(made), two.with(made)), recoverable,
                    List.of(new IdentityEvent("users-0", clock.instant(), Kind.STORE_MADE, first, second,
                            Optional.of(Role.AUDITOR), 1, "")));
            try (RoleKey key = RoleKey.of(Role.ADMINISTRATOR, administrationKey)) {
                users.make(SealedRoster.seal(roster, key));
            }
            return recovery;
        } finally {
            Arrays.fill(fileKey, (byte) 0);
            Arrays.fill(administrationKey, (byte) 0);
            Arrays.fill(both, (byte) 0);
        }
    }

    /**
     * Looks at a password before it is used.
     *
     * @throws IdentityException if the name can't be one, or the password breaks the rules
     */
    public static void requireGood(String name, Password password) {
        PasswordRules.check(password, UserName.required(name));
    }

    /**
     * Signs somebody in. Takes about half a second, whether or not there is such a user.
     *
     * @return the caller's to close
     * @throws SignInException if it is refused
     */
    public Session signIn(String name, Password password) throws IOException {
        return signIn.signIn(name, password);
    }

    /**
     * Goes on with a locked session.
     *
     * @throws SignInException if it is refused
     */
    public void unlock(Session session, Password password) throws IOException {
        signIn.unlock(session, password);
    }

    /**
     * Gives the person who is signed in another password.
     *
     * @throws SignInException   if the present password is wrong
     * @throws IdentityException if the new one breaks the rules
     */
    public void changePassword(Session session, Password present, Password chosen) throws IOException {
        session.require(Permission.CHANGE_OWN_PASSWORD);
        if (present.sameAs(chosen)) {
            throw new IdentityException("The new password is the old one.");
        }
        PasswordRules.check(chosen, session.who().user());
        SignIn.Proof proof = signIn.prove(session.who().user(), present, session.who().session());
        try (RoleKey key = RoleKey.of(proof.user().role(), proof.secret())) {
            User changed = secrets.seal(UserSecrets.Profile.next(proof.user(), proof.user().state()), chosen,
                    proof.secret(), proof.roster().store());
            users.change(session.store(), key, roster -> {
                if (!roster.user(changed.name()).equals(Optional.of(proof.user()))) {
                    throw new SignInException(SignInException.Reason.ENDED);
                }
                return roster.with(changed, Kind.PASSWORD_CHANGED, Doer.of(session), clock.instant());
            });
            session.version(changed.version());
        } finally {
            proof.wipe();
        }
    }

    /** Each of its acts needs the permission to manage users. */
    public UserAdministration administration(Session session) {
        return new UserAdministration(users, secrets, clock, random, session);
    }

    /** What an administrator sets for everybody. */
    public Settings settings() {
        return settings;
    }

    public Enrolment enrolment() {
        return new Enrolment(users, signIn, secrets, clock);
    }

    /**
     * What happened while nobody with the file key was signed in, oldest first. It goes into the records now, and is then
     * {@link #recorded}. Who stops in between finds it again: the records know it by its id.
     */
    public List<IdentityEvent> unrecorded() throws IOException {
        List<IdentityEvent> all = new ArrayList<>(users.required().roster().changes());
        all.addAll(attempts.notes());
        all.sort(java.util.Comparator.comparing(IdentityEvent::at));
        return all;
    }

    /**
     * An event that waits, and who did it.
     *
     * @param doer with the role that is theirs for good; empty where it was none of these users
     */
    public record Waiting(IdentityEvent event, Optional<SignedIn> doer) {}

    /** What is {@link #unrecorded}, each with who did it. */
    public List<Waiting> waiting() throws IOException {
        Roster roster = users.required().roster();
        return unrecorded().stream().map(event -> new Waiting(event, roster.user(event.by()).map(
                user -> new SignedIn(user.name(), user.role(), event.session())))).toList();
    }

    /**
     * Forgets what is in the records now.
     *
     * @param session of somebody who holds the file key
     */
    public void recorded(Session session, List<IdentityEvent> events) throws IOException {
        try (RoleKey key = session.key()) {
            if (key.sealer() != SealedRoster.Sealer.STORE) {
                throw new IllegalArgumentException("an administrator can't record anything");
            }
            if (users.required().roster().changes().stream().anyMatch(events::contains)) {
                users.change(session.store(), key, roster -> roster.without(events));
            }
        }
        attempts.recorded(events);
    }
}
