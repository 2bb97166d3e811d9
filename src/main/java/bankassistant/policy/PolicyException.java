package bankassistant.policy;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A policy file that is refused: which file, which line, and what to change. The message is for people, such as
 * {@code 03-deposit-accounts.md:7: the effective date '2026-13-01' is not a date (YYYY-MM-DD)}.
 */
public final class PolicyException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;

    /** About a file as a whole. */
    public PolicyException(Path file, String reason) {
        this(file, 0, reason);
    }

    /**
     * @param line counted from 1; 0 when the file as a whole is meant
     */
    public PolicyException(Path file, int line, String reason) {
        super(name(file) + (line == 0 ? "" : ":" + line) + ": " + reason);
        this.file = name(file);
        this.line = line;
    }

    /** The file's name without its folder. */
    public String file() {
        return file;
    }

    /** The line, counted from 1, or 0. */
    public int line() {
        return line;
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }
}
