package bankassistant.app;

import bankassistant.audit.AuditException;
import bankassistant.chat.ErrorCode;
import bankassistant.chat.QuestionException;
import bankassistant.chat.UnansweredException;
import bankassistant.lab.DataFileException;
import bankassistant.lab.training.TrainingException;
import bankassistant.model.ContextLimitException;
import bankassistant.model.ModelFileException;
import bankassistant.policy.PolicyException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a person is told when something fails. An exception that was thrown for a person keeps its words; of any other
 * only a short code is shown, made from the place it came from, and the log tells the rest.
 */
public final class Failures {

    public static final int REFUSED = 1;
    public static final int WRONG_USE = 2;

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /**
     * @param sentence what happened and what to do
     * @param code     to quote when asking for help; none where the sentence says all
     * @param exitCode of the process
     */
    public record Failure(String sentence, Optional<String> code, int exitCode) {

        /** The sentence, with the code where there is one. */
        public String message() {
            return code.map(value -> sentence + " (error " + value + ")").orElse(sentence);
        }
    }

    /** What to tell about an exception. Unexpected ones are written to the log, without their messages. */
    public static Failure of(Throwable thrown) {
        Throwable cause = unwrap(thrown);
        return switch (cause) {
            case RefusedException refused -> known(refused.getMessage());
            case QuestionException refused -> known(refused.getMessage());
            case PolicyException policy -> known(
                    "A policy can't be used: " + policy.getMessage() + ". Correct the file and try again.");
            case DataFileException data -> known("The data can't be used: " + data.getMessage() + ".");
            case AuditException audit when audit.problem() == AuditException.Problem.IN_USE ->
                known(audit.getMessage());
            case AuditException audit -> logged(audit.getMessage(), cause);
            case UnansweredException unanswered -> logged(unanswered.getMessage(), cause);
            case ModelFileException file -> known("A model file can't be used: " + file.getMessage()
                    + ". `assistant model verify` checks all of them.");
            case TrainingException training when training.getCause() == null -> known(training.getMessage());
            case TrainingException training -> logged(training.getMessage(), cause);
            case ContextLimitException _ -> known("This question is too long for the assistant. Ask a shorter one.");
            case CancellationException _ -> known("Stopped.");
            case OutOfMemoryError _ ->
                logged("The assistant has run out of memory. Close other programs and try again.",
                        cause);
            case FileSystemException file -> logged("A file can't be used: " + path(file) + reason(file) + ".", cause);
            case IOException io -> logged("Reading or writing failed: " + reason(io) + ".", cause);
            case UnsatisfiedLinkError _ -> logged("A native library could not be loaded. This build may not fit this "
                    + "operating system or processor.", cause);
            default -> logged("Something went wrong that should not have. The log in the data folder tells more.",
                    cause);
        };
    }

    private static Failure known(String sentence) {
        return new Failure(sentence, Optional.empty(), REFUSED);
    }

    private static Failure logged(String sentence, Throwable cause) {
        String code = ErrorCode.of(cause);
        LOG.error("error {}", code, cause);
        return new Failure(sentence, Optional.of(code), REFUSED);
    }

    private static Throwable unwrap(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && (cause instanceof CompletionException || cause instanceof ExecutionException
                || cause instanceof UncheckedIOException)) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** The reason of an input or output failure in words, without the text of an unknown exception. */
    static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        String text = String.valueOf(
                failure instanceof FileSystemException file && file.getReason() != null
                        ? file.getReason()
                        : failure.getMessage())
                .toLowerCase(Locale.ROOT);
        if (text.contains("no space left") || text.contains("not enough space") || text.contains("quota exceeded")) {
            return "the disk is full";
        }
        if (text.contains("read-only file system") || failure.getCause() instanceof ReadOnlyFileSystemException) {
            return "the disk is read-only";
        }
        if (text.contains("not a directory") || failure instanceof java.nio.file.FileAlreadyExistsException) {
            return "a part of its path is a file";
        }
        return "the operating system refused it";
    }

    private static String path(FileSystemException failure) {
        return failure.getFile() == null ? "" : failure.getFile() + ", ";
    }
}
