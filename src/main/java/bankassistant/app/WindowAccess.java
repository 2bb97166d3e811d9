package bankassistant.app;

import bankassistant.identity.Enrolment;
import bankassistant.identity.Password;
import bankassistant.identity.PasswordCost;
import bankassistant.identity.RecoveryKey;
import bankassistant.identity.Role;
import bankassistant.identity.Session;
import bankassistant.ui.Access;
import bankassistant.ui.signin.Voucher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Lets people in through the window. Who signs in there works with the parts from then on.
 *
 * @param entering signed in by the command line, while the window is being made ready
 */
record WindowAccess(Parts parts, CompletableFuture<Optional<Session>> entering, boolean demo) implements Access {

    static WindowAccess of(Parts parts, SignInRequest request) {
        CompletableFuture<Optional<Session>> entering = request.isComplete()
                ? CompletableFuture.supplyAsync(() -> enter(parts, request),
                        task -> Thread.ofPlatform().daemon().name("doorkeeper").start(task))
                : CompletableFuture.completedFuture(Optional.empty());
        return new WindowAccess(parts, entering, request.demo());
    }

    private static Optional<Session> enter(Parts parts, SignInRequest request) {
        try {
            return Optional.of(parts.signIn(request));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Session> present() {
        return entering.join();
    }

    @Override
    public boolean locks() {
        return !demo;
    }

    @Override
    public Map<String, String> demoUsers() {
        return demo ? DemoUsers.passwords() : Map.of();
    }

    @Override
    public Role enrolling(String name, Password oneTime) throws IOException {
        return parts.identity().enrolment().roleOf(name, oneTime);
    }

    @Override
    public Session enrol(String name, Password oneTime, Password chosen, Voucher voucher) throws IOException {
        Enrolment enrolment = parts.identity().enrolment();
        switch (voucher) {
            case Voucher.Recovery(char[] typed) -> {
                try (RecoveryKey key = RecoveryKey.parse(typed)) {
                    enrolment.byRecoveryKey(name, oneTime, chosen, key);
                }
            }
            case Voucher.Colleague(String colleague, Password password) -> {
                try (Session vouching = parts.identity().signIn(colleague, password)) {
                    enrolment.byColleague(name, oneTime, chosen, vouching);
                }
            }
            case Voucher.Nobody _ -> enrolment.ofAdministrator(name, oneTime, chosen);
        }
        return signIn(name, chosen);
    }

    @Override
    public void changePassword(Session session, Password present, Password chosen) throws IOException {
        parts.identity().changePassword(session, present, chosen);
    }

    @Override
    public Duration idleLimit() throws IOException {
        return parts.identity().settings().idleLock();
    }

    @Override
    public boolean isSetUp() throws IOException {
        return parts.identity().isSetUp();
    }

    @Override
    public RecoveryKey setUp(String administrator, Password administrators, String auditor, Password auditors)
            throws IOException {
        return parts.identity().setUp(administrator, administrators, auditor, auditors, PasswordCost.calibrated());
    }

    @Override
    public Session signIn(String name, Password password) throws IOException {
        Session session = parts.identity().signIn(name, password);
        parts.admit(session);
        return session;
    }

    @Override
    public void unlock(Session session, Password password) throws IOException {
        parts.identity().unlock(session, password);
    }

    @Override
    public void signOut(Session session) {
        parts.dismiss(session);
    }
}
