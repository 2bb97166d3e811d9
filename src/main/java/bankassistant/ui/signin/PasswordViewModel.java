package bankassistant.ui.signin;

import bankassistant.identity.IdentityException;
import bankassistant.identity.Password;
import bankassistant.identity.SignInException;
import bankassistant.ui.shell.Messages;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Somebody who is signed in changes their password. Commands are called, and properties change, on the JavaFX thread only.
 */
public final class PasswordViewModel {

    private final String name;
    private final Changer changer;
    private final Executor background;
    private final Executor screen;
    private final Messages messages;
    private final Refusals refusals;

    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");

    /** Changes passwords. */
    @FunctionalInterface
    public interface Changer {

        /** @throws IdentityException if it is refused */
        void change(Password present, Password chosen) throws IOException;
    }

    /** @param name who is signed in */
    public PasswordViewModel(String name, Changer changer, Executor background, Executor screen, Messages messages) {
        this.name = name;
        this.changer = changer;
        this.background = background;
        this.screen = screen;
        this.messages = messages;
        this.refusals = new Refusals(messages);
    }

    public String name() {
        return name;
    }

    public ReadOnlyBooleanProperty working() {
        return working.getReadOnlyProperty();
    }

    /** Whether it is done. */
    public ReadOnlyBooleanProperty changed() {
        return changed.getReadOnlyProperty();
    }

    /** Why the last attempt was refused; empty when it was not. */
    public ReadOnlyStringProperty refusal() {
        return refusal.getReadOnlyProperty();
    }

    /** Tries it. What was typed is wiped. */
    public void change(char[] typedPresent, char[] typed, char[] again) {
        Password present = Password.of(typedPresent);
        Arrays.fill(typedPresent, '\0');
        Password chosen;
        try {
            chosen = ChosenPassword.of(name, typed, again, messages);
        } catch (IdentityException e) {
            present.close();
            refusal.set(e.getMessage());
            return;
        }
        if (working.get()) {
            present.close();
            chosen.close();
            return;
        }
        refusal.set("");
        working.set(true);
        background.execute(() -> attempt(present, chosen));
    }

    private void attempt(Password present, Password chosen) {
        try (present; chosen) {
            changer.change(present, chosen);
            screen.execute(() -> {
                working.set(false);
                changed.set(true);
            });
        } catch (IOException | RuntimeException e) {
            String words = e instanceof SignInException refused && refused.reason() == SignInException.Reason.WRONG
                    ? messages.text("password.wrong")
                    : refusals.words(e);
            screen.execute(() -> {
                working.set(false);
                refusal.set(words);
            });
        }
    }
}
