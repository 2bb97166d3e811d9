package bankassistant.app;

import bankassistant.answering.EvidenceSamples;
import bankassistant.answering.FigureCheck;
import bankassistant.answering.ScriptedModel;
import bankassistant.answering.ModelWriter;
import bankassistant.answering.Writer;
import bankassistant.app.command.CommandLines;
import bankassistant.app.terminal.PipedLines;
import bankassistant.app.terminal.TerminalChat;
import bankassistant.chat.Chat;
import bankassistant.chat.ChatService;
import bankassistant.chat.Conversation;
import bankassistant.privacy.Canaries;
import bankassistant.privacy.Masker;
import bankassistant.retrieval.Evidence;
import bankassistant.retrieval.EvidenceFinder;
import bankassistant.retrieval.Finding;
import bankassistant.retrieval.Hit;
import bankassistant.ui.chat.ChatViewModel;
import bankassistant.ui.shell.Messages;
import bankassistant.understanding.Understander;
import bankassistant.understanding.Understanding;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/**
 * Sends messages with personal data through the program, in a process of its own. Stages fail in turn, with what they were
 * given in the exception, and write what they were given to a file, as a careless index or cache would.
 */
public final class CanaryRun {

    static final long SEED = 6;
    static final int MESSAGES = 2_000;
    /** So many go through the shipped models. */
    static final int REAL = 6;

    private static final PrintStream ERR = new PrintStream(new FileOutputStream(FileDescriptor.err), true,
            StandardCharsets.UTF_8);
    private static final Output OUT = new Output(new FileOutputStream(FileDescriptor.out));

    private final Path folder;
    private final AtomicInteger turns = new AtomicInteger();

    private CanaryRun(Path folder) {
        this.folder = folder;
    }

    /** @param arguments the folder to work in */
    public static void main(String[] arguments) throws Exception {
        System.setOut(ERR);
        Thread.setDefaultUncaughtExceptionHandler((_, thrown) -> ERR.println(Failures.of(thrown).message()));
        new CanaryRun(Path.of(arguments[0])).run();
        System.exit(0);
    }

    private void run() throws Exception {
        List<Canaries.Message> messages = Canaries.messages(SEED, MESSAGES);
        Logging.to(Files.createDirectories(folder.resolve("logs")));
        commandLine(batch(messages.subList(0, 1_200)), "ask", "--json", "--batch", "-");
        commandLine(batch(messages.subList(1_200, 1_500)), "ask", "--batch", "-");
        window(messages.subList(1_500, 1_700));
        terminal(messages.subList(1_700, 1_900));
        for (Canaries.Message message : messages.subList(1_900, 1_960)) {
            commandLine("", "ask", message.text());
            commandLine(message.text(), "ask", "--json", "-");
            commandLine(message.text(), "mask", "--json");
            commandLine("", "ask", "--no-such-option", message.text());
            commandLine("", "ask", "--json", "--conversation", "c", "--batch", message.text(), "x");
        }
        for (Canaries.Message message : messages.subList(1_960, MESSAGES - REAL)) {
            LoggerFactory.getLogger("a.library").warn("Request for {} failed", message.text(), failure(message.text()));
            Thread careless = new Thread(() -> {
                throw failure(message.text());
            });
            careless.start();
            careless.join();
        }
        real(messages.subList(MESSAGES - REAL, MESSAGES));
    }

    private void commandLine(String in, String... arguments) {
        CommandLines.run(arguments, streams(in), _ -> new FakeParts(carelessChat()), () -> new Installation(folder),
                (_, _) -> 0);
    }

    private void real(List<Canaries.Message> messages) {
        Surroundings surroundings = new Surroundings("Linux", Map.of(), folder.resolve("home"));
        CommandLines.run(new String[]{"--data", folder.resolve("data").toString(), "ask", "--json", "--batch", "-"},
                streams(batch(messages)), options -> new Wiring(options, surroundings, new Installation(Path.of(""))),
                () -> new Installation(Path.of("")), (_, _) -> 0);
    }

    private void terminal(List<Canaries.Message> messages) throws IOException {
        String typed = messages.stream().map(message -> message.text().replace('\n', ' '))
                .collect(Collectors.joining("\n", "", "\n/4111 1111 1111 1111\n/quit\n"));
        InputStream in = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
        new TerminalChat(streams(""), new FakeParts(carelessChat())).run(new PipedLines(in));
    }

    private void window(List<Canaries.Message> messages) {
        try (ChatViewModel window = new ChatViewModel(_ -> carelessChat(), Runnable::run, Runnable::run,
                () -> new Conversation("window"), new Messages())) {
            window.start();
            for (Canaries.Message message : messages) {
                window.draft().set(message.text());
                window.ask();
            }
        }
    }

    private static Streams streams(String in) {
        return new Streams(new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), OUT, ERR, false, false);
    }

    private static String batch(List<Canaries.Message> messages) {
        ObjectMapper mapper = new ObjectMapper();
        AtomicInteger number = new AtomicInteger();
        return messages.stream().map(message -> mapper.createObjectNode().put("id", "m" + number.incrementAndGet())
                .put("text", message.text()).toString()).collect(Collectors.joining("\n"));
    }

    /** Every seventh message meets a failing stage. */
    private Chat carelessChat() {
        Evidence evidence = EvidenceSamples.lostCard();
        Masker masker = Masker.ofForms().with(text -> fails(1, text, _ -> List.of()));
        Understander understander = message -> fails(2, message.value(), turn -> turn % 10 == 0
                ? new Understanding.OutOfScope()
                : new Understanding.InScope(message.value(), List.of()));
        EvidenceFinder finder = question -> fails(3, question, _ -> new Finding(Optional.of(evidence),
                List.of(new Hit(evidence.passage(), 1, 0.9))));
        Writer model = new ModelWriter(
                ScriptedModel.saying("A customer who reports it within 2 business days owes at most $50."));
        Writer writer = (question, found, cancelled) -> fails(4, question,
                _ -> model.write(question, found, cancelled));
        return (conversation, question, events, cancel) -> {
            turns.incrementAndGet();
            return new ChatService(masker, understander, _ -> Optional.empty(), finder, writer, new FigureCheck())
                    .answer(conversation, question, event -> fails(5, question, _ -> {
                        events.accept(event);
                        return 0;
                    }), cancel);
        };
    }

    private <T> T fails(int stage, String given, IntFunction<T> work) {
        int turn = turns.get();
        // the masker and the events know the text as typed; all others write down what they are given
        if (stage > 1 && stage < 5) {
            write("stage-" + stage + ".txt", given);
        }
        if (turn % 7 == stage) {
            throw failure(given);
        }
        return work.apply(turn);
    }

    private void write(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IllegalStateException failure(String given) {
        return new IllegalStateException("failed on: " + given, new IllegalArgumentException(given));
    }
}
