package bankassistant.app.terminal;

import bankassistant.app.Prompt;
import bankassistant.chat.Chat;
import bankassistant.identity.Identity;
import bankassistant.identity.IdentityException;
import bankassistant.identity.IdleLock;
import bankassistant.identity.Password;
import bankassistant.identity.Session;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Lines of a person who has to unlock the chat after a pause. The line that ends the pause is dropped, and the conversation
 * begins anew. What stands on the terminal already stays there.
 */
public final class LockingLines implements Lines {

    private static final int ATTEMPTS = 3;
    private static final String NEW_CONVERSATION = "/new";

    private final Lines lines;
    private final Session session;
    private final Identity identity;
    private final Prompt prompt;
    private final PrintStream err;
    private final IdleLock idle;

    /** @param idleLocks makes the watch over pauses from what it does when one was too long */
    public LockingLines(Lines lines, Session session, Identity identity, Prompt prompt, PrintStream err,
            Function<Runnable, IdleLock> idleLocks) {
        this.lines = lines;
        this.session = session;
        this.identity = identity;
        this.prompt = prompt;
        this.err = err;
        this.idle = idleLocks.apply(session::lock);
    }

    @Override
    public Optional<String> next() throws IOException {
        // an answer is no pause
        idle.restart();
        Optional<String> line = lines.next();
        idle.check();
        if (line.isEmpty() || !session.isLocked()) {
            return line;
        }
        err.println("Locked after a pause; the conversation was forgotten. Unlock to go on.");
        return unlocked() ? Optional.of(NEW_CONVERSATION) : Optional.empty();
    }

    private boolean unlocked() throws IOException {
        for (int i = 0; i < ATTEMPTS; i++) {
            char[] typed = prompt.secret("Password of " + session.who().user());
            try (Password password = Password.of(typed)) {
                identity.unlock(session, password);
                return true;
            } catch (IdentityException e) {
                err.println(e.getMessage());
            } finally {
                Arrays.fill(typed, '\0');
            }
        }
        return false;
    }

    @Override
    public void stoppable(Consumer<Chat.Cancel> task) {
        lines.stoppable(task);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
