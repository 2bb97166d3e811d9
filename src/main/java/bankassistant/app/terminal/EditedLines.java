package bankassistant.app.terminal;

import bankassistant.chat.Chat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * Lines that a person types and edits. The lines before can be called back while the chat lasts; they are kept in
 * memory only, since they hold personal data. Ctrl-C stops an answer, and leaves at the prompt.
 */
public final class EditedLines implements Lines {

    private static final String PROMPT = "> ";

    private final Terminal terminal;
    private final LineReader reader;

    public EditedLines() throws IOException {
        terminal = TerminalBuilder.builder().system(true).build();
        reader = LineReaderBuilder.builder().terminal(terminal).appName("assistant")
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true).build();
    }

    @Override
    public Optional<String> next() {
        try {
            return Optional.of(reader.readLine(PROMPT));
        } catch (UserInterruptException | EndOfFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void stoppable(Consumer<Chat.Cancel> task) {
        AtomicBoolean stopped = new AtomicBoolean();
        Terminal.SignalHandler before = terminal.handle(Terminal.Signal.INT, _ -> stopped.set(true));
        try {
            task.accept(stopped::get);
        } finally {
            terminal.handle(Terminal.Signal.INT, before);
        }
    }

    @Override
    public void forget() {
        try {
            reader.getHistory().purge();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
