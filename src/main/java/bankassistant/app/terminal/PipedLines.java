package bankassistant.app.terminal;

import bankassistant.chat.Chat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/** Lines from a file or another program. */
public class PipedLines implements Lines {

    private final BufferedReader reader;

    public PipedLines(InputStream in) {
        this.reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    @Override
    public Optional<String> next() throws IOException {
        return Optional.ofNullable(reader.readLine());
    }

    @Override
    public void stoppable(Consumer<Chat.Cancel> task) {
        task.accept(Chat.Cancel.NEVER);
    }

    @Override
    public void close() {
        // standard input stays open
    }
}
