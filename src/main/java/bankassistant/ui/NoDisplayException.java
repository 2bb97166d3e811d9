package bankassistant.ui;

/** There is no display on which a window could be shown. */
public final class NoDisplayException extends Exception {

    private static final long serialVersionUID = 1L;

    NoDisplayException(Throwable cause) {
        super("no display to show a window on", cause);
    }
}
