package bankassistant.chat;

/** A text that can't be asked. The message tells the person what to do; it never repeats the text. */
public final class QuestionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public QuestionException(String message) {
        super(message);
    }
}
