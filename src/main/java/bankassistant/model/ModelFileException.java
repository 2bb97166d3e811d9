package bankassistant.model;

import java.io.IOException;
import java.nio.file.Path;

/** A model file that can't be used: which file, which tensor or field, and why. */
public final class ModelFileException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    public ModelFileException(Path file, String where, String reason) {
        super(message(file, where, reason));
        this.reason = reason;
    }

    public ModelFileException(Path file, String where, String reason, Throwable cause) {
        super(message(file, where, reason), cause);
        this.reason = reason;
    }

    /** @param model its name for people, where no single file is at fault */
    public ModelFileException(String model, String where, String reason) {
        super(message(model, where, reason));
        this.reason = reason;
    }

    /** Why, without file and place. */
    public String reason() {
        return reason;
    }

    private static String message(Path file, String where, String reason) {
        return message(file.getFileName().toString(), where, reason);
    }

    private static String message(String file, String where, String reason) {
        return file + (where.isEmpty() ? "" : ", " + where) + ": " + reason;
    }
}
