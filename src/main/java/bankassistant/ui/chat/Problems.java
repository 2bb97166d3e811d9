package bankassistant.ui.chat;

import bankassistant.chat.ErrorCode;
import bankassistant.chat.QuestionException;
import bankassistant.chat.UnansweredException;
import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Problem;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns each kind of failure into what the person sees, and logs once what the person can't mend. */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Messages messages;

    Problems(Messages messages) {
        this.messages = messages;
    }

    Problem atStart(Throwable failure) {
        if (failure instanceof StartException told) {
            return new Problem(messages.text("failure.start.title"), told.getMessage(), told.code());
        }
        String code = ErrorCode.of(failure);
        LOG.error("The assistant could not be made ready, code {}", code, failure);
        String key = failure instanceof OutOfMemoryError ? "failure.start.memory" : "failure.start.other";
        return new Problem(messages.text("failure.start.title"), messages.text(key), code);
    }

    Problem atAnswer(Throwable failure) {
        if (failure instanceof QuestionException) {
            return new Problem(messages.text("failure.question.title"), failure.getMessage(), "");
        }
        String code = ErrorCode.of(failure);
        LOG.error("A question could not be answered, code {}\n{}", code, withoutMessages(failure));
        return new Problem(messages.text("failure.answer.title"), answerText(failure), code);
    }

    private String answerText(Throwable failure) {
        return switch (failure) {
            case UnansweredException told -> told.getMessage();
            case OutOfMemoryError _ -> messages.text("failure.answer.memory");
            default -> messages.text("failure.answer.other");
        };
    }

    /** The messages of exceptions may hold parts of the question, which no log may. */
    private static String withoutMessages(Throwable failure) {
        String trace = Arrays.stream(failure.getStackTrace()).map(frame -> "    at " + frame)
                .collect(Collectors.joining("\n", failure.getClass().getName() + "\n", ""));
        Throwable cause = failure.getCause();
        return cause == null || cause == failure ? trace : trace + "\ncaused by " + withoutMessages(cause);
    }
}
