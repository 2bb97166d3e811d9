package bankassistant.app;

import bankassistant.identity.Identity;
import bankassistant.identity.Password;
import bankassistant.identity.Session;
import bankassistant.identity.SignInException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** Signs people in for the command line. The demo bank's own users need not type their passwords, which everybody knows. */
final class Entrance {

    private final Identity identity;

    Entrance(Identity identity) {
        this.identity = identity;
    }

    /** The caller closes the session. */
    Session enter(SignInRequest request) throws IOException {
        if (!identity.isSetUp()) {
            throw new RefusedException("There are no users yet. `assistant set-up` makes the first two;"
                    + " `assistant --demo` shows the assistant without.");
        }
        String name = name(request);
        Optional<char[]> known = request.demo() && request.passwordFile().isEmpty()
                ? DemoUsers.named(name).map(user -> user.password().toCharArray())
                : Optional.empty();
        char[] typed = known.isPresent() ? known.get() : password(request, name);
        try (Password password = Password.of(typed)) {
            return identity.signIn(name, password);
        } catch (SignInException e) {
            if (known.isPresent() && e.reason() == SignInException.Reason.WRONG) {
                throw new RefusedException("The demo's user " + name + " has another password than the one in "
                        + DemoUsers.FILE + ". Give it with --password-file FILE, or make the demo anew with --fresh.",
                        e);
            }
            throw e;
        } finally {
            Arrays.fill(typed, '\0');
        }
    }

    private String name(SignInRequest request) {
        return request.user().orElseGet(() -> request.demo() && request.passwordFile().isEmpty()
                ? DemoUsers.of(request.usual()).name()
                : request.prompt().line("User"));
    }

    private static char[] password(SignInRequest request, String name) throws IOException {
        return request.passwordFile().isPresent()
                ? SecretFile.read(request.passwordFile().get())
                : request.prompt().secret("Password of " + name);
    }
}
