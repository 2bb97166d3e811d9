package bankassistant.app;

import bankassistant.identity.Password;
import bankassistant.identity.PasswordCost;
import bankassistant.identity.RecoveryKey;
import bankassistant.identity.Session;
import bankassistant.ui.Access;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Lets people in through the window. Who signs in there works with the parts from then on.
 *
 * @param entering signed in by the command line, while the window is being made ready
 */
record WindowAccess(Parts parts, CompletableFuture<Optional<Session>> entering, boolean locks) implements Access {

    static WindowAccess of(Parts parts, SignInRequest request) {
        CompletableFuture<Optional<Session>> entering = request.isComplete()
                ? CompletableFuture.supplyAsync(() -> enter(parts, request),
                        task -> Thread.ofPlatform().daemon().name("doorkeeper").start(task))
                : CompletableFuture.completedFuture(Optional.empty());
        return new WindowAccess(parts, entering, !request.demo());
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
