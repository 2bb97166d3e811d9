package bankassistant.chat;

/**
 * A stage could not do its work, so there is no answer. The message is for the person; neither it nor the stack trace
 * holds anything of the question, since the failure itself is not kept as the cause.
 */
public final class UnansweredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnansweredException(String message, RuntimeException failure) {
        super(message + " (" + failure.getClass().getSimpleName() + ")");
        setStackTrace(failure.getStackTrace());
    }
}
