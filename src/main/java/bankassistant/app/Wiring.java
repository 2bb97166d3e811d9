package bankassistant.app;

import bankassistant.chat.Chat;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the application's parts together, by hand and in one place. Whatever it opened it closes, last things first. */
final class Wiring implements Parts {

    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

    private final Installation installation;
    private final Options options;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final AppFolders folders;
    private Chat chat;

    /**
     * Opens the data folder and the log in it; the parts follow when they are asked for.
     *
     * @throws RefusedException if the data folder can't be used
     */
    Wiring(Options options, Surroundings surroundings, Installation installation) {
        this.installation = installation;
        this.options = options;
        folders = AppFolders.open(options, surroundings);
        opened.push(folders);
        Logging.to(folders.logs());
        NativeLibraries.keepIn(folders.natives());
    }

    @Override
    public synchronized Chat chat(Consumer<String> progress) throws IOException {
        if (chat == null) {
            chat = build(progress);
        }
        return chat;
    }

    private Chat build(Consumer<String> progress) throws IOException {
        throw new RefusedException("The parts that answer are not in this build.");
    }

    @Override
    public bankassistant.model.LanguageModel model(Consumer<String> progress) throws IOException {
        throw new RefusedException("The parts that answer are not in this build.");
    }

    @Override
    public synchronized void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                LOG.warn("closing failed", e);
            }
        }
    }
}
