package bankassistant.identity;

import bankassistant.identity.IdentityEvent.Kind;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What an administrator does to users. They give passwords that serve once and hand nobody the file key, which they don't hold:
 * {@link Enrolment} does, with somebody else's help.
 */
public final class UserAdministration {

    private final UsersFile users;
    private final UserSecrets secrets;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Session session;

    UserAdministration(UsersFile users, UserSecrets secrets, InstantSource clock, SecureRandom random,
            Session session) {
        this.users = users;
        this.secrets = secrets;
        this.clock = clock;
        this.random = random;
        this.session = session;
    }

    /** All users in the order in which they were added. */
    public List<UserStatus> list() throws IOException {
        session.require(Permission.MANAGE_USERS);
        return users.required().roster().users().stream().map(UserStatus::of).toList();
    }

    /**
     * Adds a user, who then enrols with the one-time password. The caller closes it.
     *
     * @throws IdentityException if the name can't be one, or is taken
     */
    public OneTimePassword add(String typed, Role role) throws IOException {
        String name = UserName.required(typed);
        OneTimePassword password = new OneTimePassword(random);
        change(roster -> {
            if (roster.user(name).isPresent()) {
                throw new IdentityException("There is a user " + name + " already. Names are not given twice.");
            }
            UserSecrets.Profile profile = new UserSecrets.Profile(name, role, User.State.ENROLLING, false, 1,
                    roster.users().getFirst().cost());
            return roster.with(enrolling(profile, password, roster), Kind.USER_ADDED, Doer.of(session),
                    clock.instant());
        });
        return password;
    }

    /** Gives a user a one-time password in place of their own. The user's way to the key is lost and found by enrolling. */
    public OneTimePassword reset(String typed) throws IOException {
        String name = UserName.required(typed);
        refuseOneself(name, "reset");
        OneTimePassword password = new OneTimePassword(random);
        change(roster -> roster.with(
                enrolling(UserSecrets.Profile.next(existing(roster, name), User.State.ENROLLING), password, roster),
                Kind.USER_RESET, Doer.of(session), clock.instant()));
        return password;
    }

    /** From now on the user can't sign in. A session that is open goes on until it is locked or ends. */
    public void disable(String typed) throws IOException {
        String name = UserName.required(typed);
        refuseOneself(name, "disable");
        change(roster -> roster.with(existing(roster, name).withDisabled(true), Kind.USER_DISABLED,
                Doer.of(session), clock.instant()));
    }

    public void enable(String typed) throws IOException {
        String name = UserName.required(typed);
        change(roster -> roster.with(existing(roster, name).withDisabled(false), Kind.USER_ENABLED,
                Doer.of(session), clock.instant()));
    }

    private User enrolling(UserSecrets.Profile profile, OneTimePassword oneTime, Roster roster) {
        byte[] secret = secrets.placeholder();
        if (profile.role() == Role.ADMINISTRATOR) {
            try (RoleKey mine = session.key()) {
                secret = mine.secret();
            }
        }
        try (Password password = oneTime.password()) {
            return secrets.seal(profile, password, secret, roster.store());
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private void change(UnaryOperator<Roster> change) throws IOException {
        session.require(Permission.MANAGE_USERS);
        try (RoleKey mine = session.key()) {
            users.change(session.store(), mine, roster -> {
                requireStillAdministrator(roster);
                return change.apply(roster);
            });
        }
    }

    /** Somebody else may have disabled or reset this administrator since they signed in. */
    private void requireStillAdministrator(Roster roster) {
        boolean still = roster.user(session.who().user()).filter(user -> user.role() == Role.ADMINISTRATOR
                && !user.disabled() && user.version() == session.version()).isPresent();
        if (!still) {
            throw new SignInException(SignInException.Reason.ENDED);
        }
    }

    private void refuseOneself(String name, String verb) {
        if (name.equals(session.who().user())) {
            throw new IdentityException("You can't " + verb + " yourself. Another administrator can.");
        }
    }

    private static User existing(Roster roster, String name) {
        return roster.user(name).orElseThrow(() -> new IdentityException("There is no user " + name + "."));
    }
}
