package bankassistant.ui.users;

import bankassistant.chat.ErrorCode;
import bankassistant.identity.IdentityException;
import bankassistant.ui.shell.Messages;
import java.io.IOException;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The settings. Commands are called, and properties change, on the JavaFX thread only. */
public final class SettingsViewModel {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsViewModel.class);

    private final UserAccounts accounts;
    private final Executor background;
    private final Executor screen;
    private final Messages messages;

    private final ReadOnlyIntegerWrapper idleMinutes = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper saved = new ReadOnlyBooleanWrapper();

    public SettingsViewModel(UserAccounts accounts, Executor background, Executor screen, Messages messages) {
        this.accounts = accounts;
        this.background = background;
        this.screen = screen;
        this.messages = messages;
    }

    /** As they are kept; 0 until that is known. */
    public ReadOnlyIntegerProperty idleMinutes() {
        return idleMinutes.getReadOnlyProperty();
    }

    /** Why the last change was not made; empty if it was. */
    public ReadOnlyStringProperty refusal() {
        return refusal.getReadOnlyProperty();
    }

    /** Whether the last change was made. */
    public ReadOnlyBooleanProperty saved() {
        return saved.getReadOnlyProperty();
    }

    public void start() {
        run(accounts::idleMinutes, false);
    }

    /** Keeps another limit. */
    public void save(int minutes) {
        run(() -> {
            accounts.idleMinutes(minutes);
            return accounts.idleMinutes();
        }, true);
    }

    private void run(Reading reading, boolean change) {
        refusal.set("");
        saved.set(false);
        background.execute(() -> {
            try {
                int minutes = reading.read();
                screen.execute(() -> {
                    idleMinutes.set(minutes);
                    saved.set(change);
                });
            } catch (IdentityException e) {
                screen.execute(() -> refusal.set(e.getMessage()));
            } catch (IOException | RuntimeException e) {
                String code = ErrorCode.of(e);
                LOG.error("The settings met a {}, code {}", e.getClass().getName(), code);
                screen.execute(() -> refusal.set(messages.text("users.failed", code)));
            }
        });
    }

    @FunctionalInterface
    private interface Reading {

        int read() throws IOException;
    }
}
