package bankassistant.ui.chat;

import bankassistant.chat.QuestionException;
import bankassistant.ui.shell.ErrorCode;
import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Problem;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns each kind of failure into what the person sees, and logs once what the person can't mend. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Messages messages;

    Failures(Messages messages) {
        this.messages = messages;
    }

    Problem atStart(Throwable failure) {
        String code = ErrorCode.of(failure);
        LOG.error("The assistant could not be made ready, code {}", code, failure);
        String key = failure instanceof OutOfMemoryError ? "failure.start.memory" : "failure.start.other";
        String text = failure instanceof StartException ? failure.getMessage() : messages.text(key);
        return new Problem(messages.text("failure.start.title"), text, code);
    }

    Problem atAnswer(Throwable failure) {
        if (failure instanceof QuestionException) {
            return new Problem(messages.text("failure.question.title"), failure.getMessage(), "");
        }
        String code = ErrorCode.of(failure);
        LOG.error("A question could not be answered, code {}\n{}", code, withoutMessages(failure));
        String key = failure instanceof OutOfMemoryError ? "failure.answer.memory" : "failure.answer.other";
        return new Problem(messages.text("failure.answer.title"), messages.text(key), code);
    }

    /** The messages of exceptions may hold parts of the question, which no log may. */
    private static String withoutMessages(Throwable failure) {
        String trace = Arrays.stream(failure.getStackTrace()).map(frame -> "    at " + frame)
                .collect(Collectors.joining("\n", failure.getClass().getName() + "\n", ""));
        Throwable cause = failure.getCause();
        return cause == null || cause == failure ? trace : trace + "\ncaused by " + withoutMessages(cause);
    }
}
