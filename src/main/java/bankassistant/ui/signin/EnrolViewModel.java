package bankassistant.ui.signin;

import bankassistant.identity.IdentityException;
import bankassistant.identity.Password;
import bankassistant.identity.Role;
import bankassistant.identity.Session;
import bankassistant.identity.SignInException;
import bankassistant.ui.shell.Messages;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Somebody with a one-time password chooses their own, with somebody's help where their role needs the store's key. Commands are
 * called, and properties change, on the JavaFX thread only.
 */
public final class EnrolViewModel implements AutoCloseable {

    private final String name;
    private final Role role;
    private final Password oneTime;
    private final Enroller enroller;
    private final Executor background;
    private final Executor screen;
    private final Messages messages;
    private final Refusals refusals;
    private final Consumer<Session> entered;

    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private boolean closed;

    /** Enrols people. */
    @FunctionalInterface
    public interface Enroller {

        /** @throws IdentityException if it is refused */
        Session enrol(String name, Password oneTime, Password chosen, Voucher voucher) throws IOException;
    }

    /**
     * @param oneTime    was tried and is right; closed with this
     * @param background runs what takes long
     * @param screen     runs on the JavaFX thread
     * @param entered    takes who got in
     */
    public EnrolViewModel(String name, Role role, Password oneTime, Enroller enroller, Executor background,
            Executor screen, Messages messages, Consumer<Session> entered) {
        this.name = name;
        this.role = role;
        this.oneTime = oneTime;
        this.enroller = enroller;
        this.background = background;
        this.screen = screen;
        this.messages = messages;
        this.refusals = new Refusals(messages);
        this.entered = entered;
    }

    public String name() {
        return name;
    }

    /** Whether a recovery key can help: to all but administrators, who need no help. */
    public boolean takesRecoveryKey() {
        return role != Role.ADMINISTRATOR;
    }

    /** Whether a colleague can help: not to auditors. */
    public boolean takesColleague() {
        return role == Role.TELLER || role == Role.PRESENTER;
    }

    public ReadOnlyBooleanProperty working() {
        return working.getReadOnlyProperty();
    }

    /** Why the last attempt was refused; empty when it was not. */
    public ReadOnlyStringProperty refusal() {
        return refusal.getReadOnlyProperty();
    }

    /** Tries it. What was typed is wiped; the voucher is closed when it was used. */
    public void enrol(char[] typed, char[] again, Voucher voucher) {
        Password chosen;
        try {
            chosen = ChosenPassword.of(name, typed, again, messages);
        } catch (IdentityException e) {
            voucher.close();
            refusal.set(e.getMessage());
            return;
        }
        if (working.get() || closed) {
            chosen.close();
            voucher.close();
            return;
        }
        refusal.set("");
        working.set(true);
        Password given = oneTime.copy();
        background.execute(() -> attempt(given, chosen, voucher));
    }

    private void attempt(Password given, Password chosen, Voucher voucher) {
        try (given; chosen; voucher) {
            Session session = enroller.enrol(name, given, chosen, voucher);
            screen.execute(() -> {
                working.set(false);
                close();
                entered.accept(session);
            });
        } catch (IOException | RuntimeException e) {
            String words = words(e, voucher);
            screen.execute(() -> {
                working.set(false);
                refusal.set(words);
            });
        }
    }

    /** The one-time password was right before, so it is the colleague's that is wrong. */
    private String words(Exception failure, Voucher voucher) {
        boolean colleagues = voucher instanceof Voucher.Colleague
                && failure instanceof SignInException refused && refused.reason() == SignInException.Reason.WRONG;
        return colleagues ? messages.text("enrol.refused.colleague") : refusals.words(failure);
    }

    /** Wipes the one-time password. */
    @Override
    public void close() {
        closed = true;
        oneTime.close();
    }
}
