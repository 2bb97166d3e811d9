package bankassistant.ui.users;

import bankassistant.identity.IdentityEvent.Kind;
import bankassistant.identity.IdentityException;
import bankassistant.identity.OneTimePassword;
import bankassistant.identity.Role;
import bankassistant.identity.Sessions;
import bankassistant.identity.UserStatus;
import bankassistant.identity.UserStatus.State;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Users who are only remembered. */
public final class FakeAccounts implements UserAccounts {

    static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    public static final String LONG_NAME = "friederike-charlotte.von-schlotterstein-hohenlohe-langenburg-9";

    private final List<UserStatus> users = new ArrayList<>();
    private final String self;
    private int minutes = 5;
    volatile Optional<IOException> failure = Optional.empty();

    /** With a branch of people, the one who looks among them. */
    public FakeAccounts(String self) {
        this.self = self;
        user(self, Role.ADMINISTRATOR, State.ACTIVE, Kind.STORE_MADE, self, 300);
        user("otto.brandt", Role.AUDITOR, State.ACTIVE, Kind.PASSWORD_CHANGED, "otto.brandt", 41);
        user("mia.li", Role.TELLER, State.ACTIVE, Kind.USER_ENROLLED, "ben.okafor", 12);
        user("ben.okafor", Role.TELLER, State.ACTIVE, Kind.USER_ENROLLED, "ben.okafor", 90);
        user(LONG_NAME, Role.TELLER, State.DISABLED, Kind.USER_DISABLED, self, 3);
        user("ana.petrova", Role.PRESENTER, State.ENROLLING, Kind.USER_ADDED, self, 0);
    }

    private void user(String name, Role role, State state, Kind kind, String by, int daysAgo) {
        users.add(new UserStatus(name, role, state,
                Optional.of(new UserStatus.Change(NOW.minus(Duration.ofDays(daysAgo)), kind, by))));
    }

    @Override
    public List<UserStatus> list() throws IOException {
        fail();
        return List.copyOf(users);
    }

    @Override
    public OneTimePassword add(String name, Role role) throws IOException {
        fail();
        String known = name.strip().toLowerCase(java.util.Locale.ROOT);
        if (users.stream().anyMatch(user -> user.name().equals(known))) {
            throw new IdentityException("There is a user " + known + " already. Names are not given twice.");
        }
        user(known, role, State.ENROLLING, Kind.USER_ADDED, self, 0);
        return Sessions.oneTime();
    }

    @Override
    public OneTimePassword reset(String name) throws IOException {
        put(name, State.ENROLLING, Kind.USER_RESET);
        return Sessions.oneTime();
    }

    @Override
    public void disable(String name) throws IOException {
        put(name, State.DISABLED, Kind.USER_DISABLED);
    }

    @Override
    public void enable(String name) throws IOException {
        put(name, State.ACTIVE, Kind.USER_ENABLED);
    }

    private void put(String name, State state, Kind kind) throws IOException {
        fail();
        users.replaceAll(user -> user.name().equals(name)
                ? new UserStatus(name, user.role(), state, Optional.of(new UserStatus.Change(NOW, kind, self)))
                : user);
    }

    UserStatus named(String name) {
        return users.stream().filter(user -> user.name().equals(name)).findAny().orElseThrow();
    }

    @Override
    public int idleMinutes() throws IOException {
        fail();
        return minutes;
    }

    @Override
    public void idleMinutes(int wanted) throws IOException {
        fail();
        if (wanted < 1 || wanted > 60) {
            throw new IdentityException("The assistant locks after 1 to 60 minutes.");
        }
        minutes = wanted;
    }

    private void fail() throws IOException {
        if (failure.isPresent()) {
            throw failure.get();
        }
    }
}
