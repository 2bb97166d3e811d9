package bankassistant.ui.signin;

import bankassistant.identity.IdentityException;
import bankassistant.identity.Password;
import bankassistant.identity.RecoveryKey;
import bankassistant.ui.shell.Messages;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The first run: the administrator names themselves, then the auditor, then the recovery key is shown once. Commands are called,
 * and properties change, on the JavaFX thread only.
 */
public final class SetUpViewModel {

    /** Where the two persons are. */
    public enum Step {
        ADMINISTRATOR, AUDITOR,
        /** Keys are being made. */
        WORKING,
        /** The recovery key is on the screen. */
        RECOVERY_KEY
    }

    private final Maker maker;
    private final Executor background;
    private final Executor screen;
    private final Messages messages;
    private final Refusals refusals;
    private final Runnable done;

    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.ADMINISTRATOR);
    private final StringProperty name = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper recoveryKey = new ReadOnlyStringWrapper("");

    private String administrator;
    private Password administrators;

    /** Makes the first users. */
    @FunctionalInterface
    public interface Maker {

        /** @throws IdentityException if they can't be made so */
        RecoveryKey make(String administrator, Password administrators, String auditor, Password auditors)
                throws IOException;
    }

    /** @param done what follows once the recovery key was written down */
    public SetUpViewModel(Maker maker, Executor background, Executor screen, Messages messages, Runnable done) {
        this.maker = maker;
        this.background = background;
        this.screen = screen;
        this.messages = messages;
        this.refusals = new Refusals(messages);
        this.done = done;
    }

    public ReadOnlyObjectProperty<Step> step() {
        return step.getReadOnlyProperty();
    }

    /** The name of the person whose step it is. */
    public StringProperty name() {
        return name;
    }

    /** Why the last step was refused; empty when it was not. */
    public ReadOnlyStringProperty refusal() {
        return refusal.getReadOnlyProperty();
    }

    /** As it is to be written down; empty before and after. */
    public ReadOnlyStringProperty recoveryKey() {
        return recoveryKey.getReadOnlyProperty();
    }

    /** Takes what one of the two persons typed, and wipes it. */
    public void next(char[] typed, char[] again) {
        Password password;
        try {
            password = ChosenPassword.of(name.get(), typed, again, messages);
        } catch (IdentityException e) {
            refusal.set(e.getMessage());
            return;
        }
        refusal.set("");
        switch (step.get()) {
            case ADMINISTRATOR -> {
                administrator = name.get();
                administrators = password;
                name.set("");
                step.set(Step.AUDITOR);
            }
            case AUDITOR -> {
                String auditor = name.get();
                step.set(Step.WORKING);
                background.execute(() -> make(auditor, password));
            }
            default -> password.close();
        }
    }

    /** The recovery key was written down. */
    public void written() {
        recoveryKey.set("");
        done.run();
    }

    /** Wipes what was typed so far. */
    public void close() {
        if (administrators != null) {
            administrators.close();
        }
    }

    private void make(String auditor, Password auditors) {
        try (auditors; RecoveryKey key = maker.make(administrator, administrators, auditor, auditors)) {
            char[] text = key.text();
            String shown = new String(text);
            Arrays.fill(text, '\0');
            screen.execute(() -> {
                administrators.close();
                recoveryKey.set(shown);
                step.set(Step.RECOVERY_KEY);
            });
        } catch (IOException | RuntimeException e) {
            String words = refusals.words(e);
            screen.execute(() -> {
                refusal.set(words);
                step.set(Step.AUDITOR);
            });
        }
    }
}
