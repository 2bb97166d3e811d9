package bankassistant.lab.training;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Locale;

/** Words for the person whose training stopped. */
final class TrainingAdvice {

    static final String LOWER_RATE = "Start again with a lower --learning-rate, or look for rows that are not what they "
            + "should be.";

    private TrainingAdvice() {}

    /** Why a file can't be written or read, and what to do where that is clear. */
    static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (failure instanceof EOFException) {
            return "it is cut off";
        }
        String text = failure instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : String.valueOf(failure.getMessage());
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("not enough space") || lower.contains("quota")) {
            return "the disk is full. Free some space and go on with --resume";
        }
        return text;
    }
}
