package bankassistant.ui.signin;

import bankassistant.identity.Password;
import bankassistant.identity.Session;
import bankassistant.identity.SignInException;
import bankassistant.ui.shell.Messages;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Signing in, or going on with a locked session. Commands are called, and properties change, on the JavaFX thread only; the
 * password is tried on the background executor.
 */
public final class SignInViewModel {

    private final Door door;
    private final Optional<String> locked;
    private final Executor background;
    private final Executor screen;
    private final Refusals refusals;
    private final Consumer<Session> entered;
    private final Enrolling enrolling;

    private final StringProperty name = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");

    /** Where a name and a password are tried. */
    @FunctionalInterface
    public interface Door {

        /** @throws bankassistant.identity.IdentityException if it stays shut */
        Session open(String name, Password password) throws IOException;
    }

    /** What follows where somebody's password is a one-time password. */
    @FunctionalInterface
    public interface Enrolling {

        /** Runs where passwords are tried. @return what is then to be done on the screen */
        Runnable begin(String name, Password oneTime) throws IOException;
    }

    /**
     * @param locked     whose session is locked; nothing when somebody signs in
     * @param background runs what takes long
     * @param screen     runs on the JavaFX thread
     * @param entered    takes who got in
     * @param enrolling  takes who has a one-time password
     */
    public SignInViewModel(Door door, Optional<String> locked, Executor background, Executor screen, Messages messages,
            Consumer<Session> entered, Enrolling enrolling) {
        this.enrolling = enrolling;
        this.door = door;
        this.locked = locked;
        this.background = background;
        this.screen = screen;
        this.refusals = new Refusals(messages);
        this.entered = entered;
        name.set(locked.orElse(""));
    }

    /** Whose session is locked; nothing when somebody signs in. */
    public Optional<String> locked() {
        return locked;
    }

    public StringProperty name() {
        return name;
    }

    /** Whether a password is being tried. */
    public ReadOnlyBooleanProperty working() {
        return working.getReadOnlyProperty();
    }

    /** Why the last attempt was refused; empty when it was not. */
    public ReadOnlyStringProperty refusal() {
        return refusal.getReadOnlyProperty();
    }

    /** Tries a password, which is wiped at once. Does nothing while another one is tried. */
    public void signIn(char[] typed) {
        if (working.get()) {
            Arrays.fill(typed, '\0');
            return;
        }
        Password password = Password.of(typed);
        Arrays.fill(typed, '\0');
        String who = locked.orElse(name.get());
        refusal.set("");
        working.set(true);
        background.execute(() -> attempt(who, password));
    }

    private void attempt(String who, Password password) {
        try (password) {
            Runnable next = open(who, password);
            screen.execute(() -> {
                working.set(false);
                next.run();
            });
        } catch (IOException | RuntimeException e) {
            String words = refusals.words(e);
            screen.execute(() -> {
                working.set(false);
                refusal.set(words);
            });
        }
    }

    private Runnable open(String who, Password password) throws IOException {
        try {
            Session session = door.open(who, password);
            return () -> entered.accept(session);
        } catch (SignInException e) {
            if (e.reason() == SignInException.Reason.ENROL) {
                return enrolling.begin(who, password);
            }
            throw e;
        }
    }
}
