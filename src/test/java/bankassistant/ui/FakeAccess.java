package bankassistant.ui;

import bankassistant.identity.IdentityException;
import bankassistant.identity.IdleLock;
import bankassistant.identity.Password;
import bankassistant.identity.RecoveryKey;
import bankassistant.identity.Role;
import bankassistant.identity.Session;
import bankassistant.identity.Sessions;
import java.security.SecureRandom;
import bankassistant.ui.signin.Voucher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets everybody in whose name is a role's and refuses everybody else. */
public final class FakeAccess implements Access {

    private final Optional<Session> present;
    private final boolean locks;
    private final boolean isSetUp;
    final List<String> vouchers = new CopyOnWriteArrayList<>();
    final AtomicInteger changed = new AtomicInteger();
    volatile Map<String, String> demo = Map.of();
    final List<String> unlocked = new ArrayList<>();
    volatile Session latest;
    volatile Duration idleLimit = IdleLock.USUAL;
    /** Held up by this when signing out. */
    volatile CountDownLatch leaving = new CountDownLatch(0);

    private FakeAccess(Optional<Session> present, boolean locks, boolean isSetUp) {
        this.present = present;
        this.locks = locks;
        this.isSetUp = isSetUp;
    }

    /** Somebody has signed in already and is not locked out. */
    public static FakeAccess signedIn() {
        return new FakeAccess(Optional.of(Sessions.of(Role.TELLER)), false, true);
    }

    static FakeAccess ofUsers() {
        return new FakeAccess(Optional.empty(), true, true);
    }

    static FakeAccess ofNobodyYet() {
        return new FakeAccess(Optional.empty(), true, false);
    }

    @Override
    public Optional<Session> present() {
        return present;
    }

    @Override
    public boolean locks() {
        return locks;
    }

    @Override
    public Duration idleLimit() {
        return idleLimit;
    }

    @Override
    public boolean isSetUp() {
        return isSetUp;
    }

    @Override
    public RecoveryKey setUp(String administrator, Password administrators, String auditor, Password auditors) {
        if (administrator.equals(auditor)) {
            throw new IdentityException("Two persons.");
        }
        return RecoveryKey.random(new SecureRandom());
    }

    @Override
    public Session signIn(String name, Password password) {
        for (Role role : Role.values()) {
            if (role.name().equalsIgnoreCase(name)) {
                latest = Sessions.of(role);
                return latest;
            }
        }
        if (name.startsWith("new-")) {
            throw Sessions.enrolling();
        }
        throw Sessions.refused();
    }

    @Override
    public Role enrolling(String name, Password oneTime) {
        return Role.valueOf(name.substring("new-".length()).toUpperCase(java.util.Locale.ROOT));
    }

    @Override
    public Session enrol(String name, Password oneTime, Password chosen, Voucher voucher) {
        vouchers.add(voucher.getClass().getSimpleName());
        if (voucher instanceof Voucher.Colleague(String colleague, _) && !colleague.equals("theo")) {
            throw Sessions.refused();
        }
        latest = Sessions.of(enrolling(name, oneTime));
        return latest;
    }

    @Override
    public void changePassword(Session session, Password present, Password chosen) {
        if (!Sessions.isGood(present)) {
            throw Sessions.refused();
        }
        changed.incrementAndGet();
    }

    @Override
    public Map<String, String> demoUsers() {
        return demo;
    }

    @Override
    public void unlock(Session session, Password password) {
        if (!Sessions.isGood(password)) {
            throw Sessions.refused();
        }
        Sessions.unlock(session);
        unlocked.add(session.who().user());
    }

    @Override
    public void signOut(Session session) {
        try {
            leaving.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        session.close();
    }
}
