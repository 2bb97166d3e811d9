package bankassistant.ui.chat;

/** The assistant can't be made ready, told in words for the person. Whoever throws it has logged what a log needs. */
public final class StartException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param message what is wrong and what to do
     * @param code    to quote when asking for help; empty where the message says all
     */
    public StartException(String message, String code, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    String code() {
        return code;
    }
}
