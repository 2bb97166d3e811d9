package bankassistant.ui.users;

import bankassistant.chat.ErrorCode;
import bankassistant.identity.IdentityException;
import bankassistant.identity.OneTimePassword;
import bankassistant.identity.Role;
import bankassistant.identity.UserStatus;
import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Problem;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The users, what is done to them, and the one-time password that is to be handed over. Commands are called, and properties change,
 * on the JavaFX thread only. One thing is done after the other: while {@link #working()}, commands do nothing.
 */
public final class UsersViewModel {

    private static final Logger LOG = LoggerFactory.getLogger(UsersViewModel.class);

    private final UserAccounts accounts;
    private final Executor background;
    private final Executor screen;
    private final Messages messages;

    private final ObservableList<UserStatus> users = FXCollections.observableArrayList();
    private final ObservableList<UserStatus> shownUsers = FXCollections.unmodifiableObservableList(users);
    private final ReadOnlyObjectWrapper<Side> side = new ReadOnlyObjectWrapper<>(new Side.Nothing());
    private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private boolean closed;

    /**
     * @param background runs what takes long
     * @param screen     runs on the JavaFX thread, in order
     */
    public UsersViewModel(UserAccounts accounts, Executor background, Executor screen, Messages messages) {
        this.accounts = accounts;
        this.background = background;
        this.screen = screen;
        this.messages = messages;
    }

    public ObservableList<UserStatus> users() {
        return shownUsers;
    }

    public ReadOnlyObjectProperty<Side> side() {
        return side.getReadOnlyProperty();
    }

    /** Why there is no list; null if all is well. */
    public ReadOnlyObjectProperty<Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Why the last thing was not done; empty if it was. */
    public ReadOnlyStringProperty refusal() {
        return refusal.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty working() {
        return working.getReadOnlyProperty();
    }

    /** Reads the list; again after a failure. */
    public void start() {
        problem.set(null);
        work(() -> {
            List<UserStatus> all = accounts.list();
            return () -> users.setAll(all);
        });
    }

    /** Shows a user beside the list. A password that is being handed over stays until it is {@link #handedOver}. */
    public void choose(UserStatus user) {
        if (!(side.get() instanceof Side.Handing)) {
            refusal.set("");
            side.set(user == null ? new Side.Nothing() : new Side.Chosen(user, Optional.empty()));
        }
    }

    /** Begins to add somebody. */
    public void begin() {
        if (!(side.get() instanceof Side.Handing)) {
            refusal.set("");
            side.set(new Side.Adding());
        }
    }

    /** Goes back to the list, with nothing done. */
    public void cancel() {
        refusal.set("");
        side.set(side.get() instanceof Side.Chosen(UserStatus user, Optional<Side.Act> asked) && asked.isPresent()
                ? new Side.Chosen(user, Optional.empty())
                : new Side.Nothing());
    }

    public void add(String name, Role role) {
        work(() -> handing(name.strip(), accounts.add(name, role), true));
    }

    /** Asks whether something is really to be done to the chosen user. */
    public void ask(Side.Act act) {
        if (side.get() instanceof Side.Chosen(UserStatus user, _)) {
            refusal.set("");
            side.set(new Side.Chosen(user, Optional.of(act)));
        }
    }

    /** Does what was asked. */
    public void confirm() {
        if (side.get() instanceof Side.Chosen(UserStatus user, Optional<Side.Act> asked) && asked.isPresent()) {
            switch (asked.get()) {
                case RESET -> work(() -> handing(user.name(), accounts.reset(user.name()), false));
                case DISABLE -> work(() -> {
                    accounts.disable(user.name());
                    return changed(user.name());
                });
            }
        }
    }

    public void enable() {
        if (side.get() instanceof Side.Chosen(UserStatus user, _)) {
            work(() -> {
                accounts.enable(user.name());
                return changed(user.name());
            });
        }
    }

    /** The one-time password was taken down; it is shown no more. */
    public void handedOver() {
        side.set(new Side.Nothing());
    }

    /** Forgets what is on the screen. What is still on its way shows nothing more. */
    public void close() {
        closed = true;
        clear();
    }

    /** Forgets a password that is on the screen, and what was begun. */
    public void clear() {
        refusal.set("");
        side.set(new Side.Nothing());
    }

    private Runnable handing(String name, OneTimePassword given, boolean added) throws IOException {
        try (given) {
            char[] text = given.text();
            String shown = new String(text);
            Arrays.fill(text, '\0');
            List<UserStatus> all = accounts.list();
            // as the users file has it
            String known = added ? all.getLast().name() : name;
            return () -> {
                users.setAll(all);
                side.set(new Side.Handing(known, shown, added));
            };
        }
    }

    private Runnable changed(String name) throws IOException {
        List<UserStatus> all = accounts.list();
        return () -> {
            users.setAll(all);
            side.set(all.stream().filter(user -> user.name().equals(name)).findAny()
                    .<Side>map(user -> new Side.Chosen(user, Optional.empty())).orElse(new Side.Nothing()));
        };
    }

    private void work(Work work) {
        if (working.get()) {
            return;
        }
        working.set(true);
        refusal.set("");
        background.execute(() -> {
            Runnable end = outcome(work);
            screen.execute(() -> {
                working.set(false);
                if (!closed) {
                    end.run();
                }
            });
        });
    }

    private Runnable outcome(Work work) {
        try {
            return work.run();
        } catch (IdentityException e) {
            return () -> tell(e.getMessage(), "");
        } catch (IOException | RuntimeException e) {
            String code = ErrorCode.of(e);
            LOG.error("The administrator's screen met a {}, code {}", e.getClass().getName(), code);
            return () -> tell(messages.text("users.failed", code), code);
        }
    }

    private void tell(String words, String code) {
        if (users.isEmpty()) {
            problem.set(new Problem(messages.text("users.failed.title"), words, code));
        } else {
            refusal.set(words);
        }
    }

    /** Something that takes long; gives what is then to be done on the screen. */
    @FunctionalInterface
    private interface Work {

        Runnable run() throws IOException;
    }
}
