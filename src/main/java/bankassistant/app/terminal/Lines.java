package bankassistant.app.terminal;

import bankassistant.chat.Chat;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Where a terminal chat gets its lines from. */
public interface Lines extends AutoCloseable {

    /** The next line typed, or nothing when the person leaves. */
    Optional<String> next() throws IOException;

    /** Runs a task that the person can stop. */
    void stoppable(Consumer<Chat.Cancel> task);

    /** Forgets the lines before, which can't be called back any more. */
    default void forget() {
        // most sources keep none
    }

    @Override
    void close() throws IOException;
}
