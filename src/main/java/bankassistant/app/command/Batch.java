package bankassistant.app.command;

import bankassistant.app.Failures;
import bankassistant.app.Output;
import bankassistant.chat.Answer;
import bankassistant.chat.Chat;
import bankassistant.chat.Conversation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Answers the lines of a batch in order. A line that can't be answered is reported and the next one taken. */
final class Batch {

    private final Chat chat;
    private final BatchOutput output;
    private final Map<String, Conversation> conversations = new HashMap<>();
    private boolean allAnswered = true;

    Batch(Chat chat, BatchOutput output) {
        this.chat = chat;
        this.output = output;
    }

    /** @return whether every line was answered */
    boolean run(InputStream lines) throws IOException {
        try {
            int number = 0;
            while (next(lines, number + 1)) {
                number++;
            }
            return allAnswered;
        } finally {
            conversations.values().forEach(Conversation::close);
        }
    }

    private boolean next(InputStream lines, int number) throws IOException {
        JsonNode id = NullNode.instance;
        try {
            Optional<String> text = Utf8.line(lines);
            if (text.isEmpty()) {
                return false;
            }
            String line = withoutByteOrderMark(text.get());
            if (!line.isBlank()) {
                BatchLine question = BatchLine.parse(line);
                id = question.id();
                answer(question);
            }
        } catch (Utf8.InvalidLineException e) {
            report(id, number, e.getMessage());
        } catch (BatchLine.InvalidException e) {
            report(e.id(), number, e.getMessage());
        } catch (Output.ClosedException e) {
            throw e;
        } catch (RuntimeException e) {
            report(id, number, Failures.of(e).message());
        }
        return true;
    }

    private void report(JsonNode id, int number, String message) {
        allAnswered = false;
        output.error(id, number, message);
    }

    private void answer(BatchLine question) {
        if (question.conversation().isPresent()) {
            ask(question, conversations.computeIfAbsent(question.conversation().get(), Conversation::new));
            return;
        }
        try (Conversation own = new Conversation(question.id().asText())) {
            ask(question, own);
        }
    }

    private void ask(BatchLine question, Conversation conversation) {
        Answer answer = chat.answer(conversation, question.text(), _ -> {}, Chat.Cancel.NEVER);
        output.answer(question.id(), answer, conversation);
    }

    private static String withoutByteOrderMark(String line) {
        return line.startsWith("\uFEFF") ? line.substring(1) : line;
    }
}
