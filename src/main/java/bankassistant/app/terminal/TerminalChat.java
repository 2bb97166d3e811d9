package bankassistant.app.terminal;

import bankassistant.app.Failures;
import bankassistant.app.Output;
import bankassistant.app.Parts;
import bankassistant.app.Streams;
import bankassistant.chat.Answer;
import bankassistant.chat.Chat;
import bankassistant.chat.Citation;
import bankassistant.chat.Conversation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

/** The chat in a terminal: a question a line, the answer with its sources below. */
public final class TerminalChat {

    private static final String HELP = """
            Type a question and press Enter. Where an answer gives numbers to choose from, type one.
              /new      starts a new conversation and forgets the last one
              /sources  shows what the last answer rests on, word for word
              /help     shows this
              /quit     leaves, as the end of the input (Ctrl-D) does
            """;

    private final Streams streams;
    private final Parts parts;
    private CompletableFuture<Chat> chat;
    private Conversation conversation;
    private int conversations;
    private Optional<Answer> last = Optional.empty();

    public TerminalChat(Streams streams, Parts parts) {
        this.streams = streams;
        this.parts = parts;
    }

    /**
     * Answers until the input ends or the person leaves.
     *
     * @return the exit code
     */
    public int run(Lines lines) throws IOException {
        if (streams.interactive()) {
            streams.out().line("Banking Assistant. Ask a banking question; /help tells more.");
            preload();
        }
        startConversation();
        try {
            Optional<String> line = lines.next();
            while (line.isPresent() && take(line.get().strip(), lines)) {
                line = lines.next();
            }
            return 0;
        } finally {
            conversation.close();
            waitUntilLoaded();
        }
    }

    /** @return whether to go on */
    private boolean take(String line, Lines lines) {
        switch (line) {
            case "" -> {
                // nothing asked
            }
            case "/quit" -> {
                return false;
            }
            case "/help" -> streams.out().print(HELP);
            case "/new" -> {
                startConversation();
                lines.forget();
                streams.out().line("A new conversation.");
            }
            case "/sources" -> showSources();
            default -> {
                if (line.startsWith("/")) {
                    streams.err().println("There is no such command; /help lists them.");
                } else {
                    ask(chosen(line).orElse(line), lines);
                }
            }
        }
        return true;
    }

    /** The question behind a number, where the last answer gave some to choose from. */
    private Optional<String> chosen(String line) {
        List<String> options = last.filter(Answer.Clarify.class::isInstance).map(Answer.Clarify.class::cast)
                .map(Answer.Clarify::options).orElse(List.of());
        return IntStream.range(0, options.size()).filter(i -> line.equals(String.valueOf(i + 1))).boxed().findFirst()
                .map(options::get);
    }

    private void ask(String question, Lines lines) {
        Chat ready;
        try {
            ready = load();
        } catch (RuntimeException e) {
            if (!streams.interactive()) {
                throw e;
            }
            streams.err().println(Failures.of(e).message());
            return;
        }
        lines.stoppable(cancel -> {
            try {
                AnswerPrinter printer = new AnswerPrinter(streams.out(), streams.coloured(), conversation);
                last = Optional.of(ready.answer(conversation, question, printer, cancel));
                streams.out().line("");
            } catch (Output.ClosedException e) {
                throw e;
            } catch (RuntimeException e) {
                streams.out().print(streams.interactive() ? "\n" : "");
                streams.err().println(Failures.of(e).message());
            }
        });
    }

    /** The chat, once it is ready; a person types while it gets there. */
    private Chat load() {
        preload();
        try {
            return chat.join();
        } catch (CompletionException e) {
            // the person may mend what was wrong: the next question starts anew
            chat = null;
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void preload() {
        if (chat == null) {
            chat = CompletableFuture.supplyAsync(() -> {
                try {
                    return parts.chat(streams.err()::println);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }, task -> Thread.ofPlatform().name("start").start(task));
        }
    }

    /** The parts can't be closed while they are being opened. */
    private void waitUntilLoaded() {
        if (chat != null) {
            chat.handle((_, _) -> true).join();
        }
    }

    private void startConversation() {
        if (conversation != null) {
            conversation.close();
        }
        conversations++;
        conversation = new Conversation("terminal-" + conversations);
        last = Optional.empty();
    }

    private void showSources() {
        if (last.isEmpty() || last.get().citations().isEmpty()) {
            streams.out().line("There is no answer with sources yet.");
            return;
        }
        for (Citation citation : last.get().citations()) {
            streams.out().line("%s, %s (version %s)".formatted(citation.policyTitle(), citation.sectionTitle(),
                    citation.version()));
            streams.out().line("  \u201c" + citation.quote() + "\u201d");
        }
    }
}
