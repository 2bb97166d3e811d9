package bankassistant.audit;

/** The audit log can't be used. The message is for the person and holds nothing of a record; nothing is done without the log. */
public final class AuditException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Problem {
        /** Another process has it open. */
        IN_USE,
        /** It can't be decrypted with this key. */
        WRONG_KEY,
        /** The file can't be read as a store. */
        DAMAGED,
        /** Its records do not agree with themselves or with a checkpoint. */
        ALTERED,
        /** A backup is older than what is known of the log, and nobody agreed to lose what came behind it. */
        OLDER,
        /** Somebody may not do that. */
        REFUSED,
        /** It was written by a later version of the application. */
        TOO_NEW,
        /** Reading or writing failed: a full disk, a drive that is gone. */
        FAILED
    }

    private final Problem problem;

    public AuditException(Problem problem, String message) {
        super(message);
        this.problem = problem;
    }

    public AuditException(Problem problem, String message, Throwable cause) {
        super(message, cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
