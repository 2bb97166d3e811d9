package bankassistant.ui.chat;

/** The assistant can't be made ready. The message tells the person what is wrong and what to do. */
public final class StartException extends Exception {

    private static final long serialVersionUID = 1L;

    public StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
