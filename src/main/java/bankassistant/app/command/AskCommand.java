package bankassistant.app.command;

import bankassistant.app.Parts;
import bankassistant.app.RefusedException;
import bankassistant.app.Streams;
import bankassistant.app.terminal.AnswerPrinter;
import bankassistant.chat.Answer;
import bankassistant.chat.Chat;
import bankassistant.chat.Conversation;
import bankassistant.chat.QuestionText;
import bankassistant.identity.Permission;
import bankassistant.identity.Role;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Answers one question, or many from a file. */
@Command(name = "ask", mixinStandardHelpOptions = true, description = "Answers one question, or many from a file.")
final class AskCommand implements Callable<Integer> {

    @ParentCommand
    private RootCommand root;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Prints one JSON object a line.")
    private boolean json;

    @Option(names = "--reveal", description = "With --json: fills in the personal data that was masked.")
    private boolean reveal;

    @Option(names = "--batch", paramLabel = "FILE.jsonl", description = "Answers {\"id\", \"text\", \"conversation\"?} of each line, in order; - is standard input.")
    private String batch;

    @Option(names = "--conversation", paramLabel = "ID", defaultValue = "ask", description = "Names the conversation in the answer's id (${DEFAULT-VALUE}).")
    private String conversation;

    @Parameters(paramLabel = "TEXT", arity = "0..*", description = "The question; - reads it from standard input.")
    private List<String> words = List.of();

    private final Streams streams;

    AskCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        if (batch != null && !words.isEmpty()) {
            throw wrongUse("Give either a question or --batch, not both.");
        }
        if (batch == null && words.isEmpty()) {
            throw wrongUse("Give a question, or - to read it from standard input.");
        }
        return batch == null ? one() : many();
    }

    private CommandLine.ParameterException wrongUse(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }

    private int one() throws IOException {
        String question = words.equals(List.of("-")) ? Utf8.all(streams.in()) : String.join(" ", words);
        // refused before anything is loaded; the chat cleans the text itself
        QuestionText.of(question);
        try (Parts parts = root.open(); Conversation visit = new Conversation(conversation)) {
            root.signIn(parts, Permission.ASK, Role.TELLER);
            Chat chat = parts.chat(streams.err()::println);
            if (json) {
                Answer answer = chat.answer(visit, question, _ -> {}, Chat.Cancel.NEVER);
                streams.out().line(
                        new AnswerJson(reveal).answer(TextNode.valueOf(answer.details().id()), answer, visit));
            } else {
                AnswerPrinter printer = new AnswerPrinter(streams.out(), streams.coloured(), visit);
                chat.answer(visit, question, printer, Chat.Cancel.NEVER);
            }
            return 0;
        }
    }

    private int many() throws IOException {
        try (InputStream lines = batchLines(); Parts parts = root.open()) {
            root.signIn(parts, Permission.ASK, Role.TELLER);
            BatchOutput output = json
                    ? new JsonBatchOutput(streams.out(), new AnswerJson(reveal))
                    : new TextBatchOutput(streams);
            return new Batch(parts.chat(streams.err()::println), output).run(lines) ? 0 : 1;
        }
    }

    private InputStream batchLines() throws IOException {
        if (batch.equals("-")) {
            return new BufferedInputStream(streams.in());
        }
        try {
            Path file = Path.of(batch);
            if (Files.isDirectory(file)) {
                throw new RefusedException(batch + " is a folder. --batch takes a file of JSON lines.");
            }
            return new BufferedInputStream(Files.newInputStream(file));
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new RefusedException("There is no file " + batch + ".", e);
        }
    }
}
