package bankassistant.lab.training;

/** A training that can't go on. The message is for the person who started it: where it stopped, and what to do. */
public final class TrainingException extends Exception {

    private static final long serialVersionUID = 1L;

    public TrainingException(String message) {
        super(message);
    }

    public TrainingException(String message, Throwable cause) {
        super(message, cause);
    }
}
