package bankassistant.identity;

/** Something about users or sign-in is refused. The message is for the person and holds no password and no key. */
public class IdentityException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public IdentityException(String message) {
        super(message);
    }
}
