package bankassistant.identity;

import java.time.Duration;

/** A sign-in is refused. */
public final class SignInException extends IdentityException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** The name is not known or the password is not theirs: which of both is not told. */
        WRONG,
        /** After failures one has to wait. */
        WAIT,
        /** The password is right, but an administrator has disabled the user. */
        DISABLED,
        /** The password is the one-time password: the person has to choose their own. */
        ENROL,
        /** There are no users yet. */
        NOT_SET_UP,
        /** The users file was altered by something else than this program, or is older than it was. */
        ALTERED,
        /** The session was signed out meanwhile. */
        ENDED
    }

    private final Reason reason;
    private final Duration wait;

    SignInException(Reason reason) {
        this(reason, Duration.ZERO);
    }

    SignInException(Reason reason, Duration wait) {
        super(words(reason, wait));
        this.reason = reason;
        this.wait = wait;
    }

    public Reason reason() {
        return reason;
    }

    /** How long until the next attempt is taken; zero but for {@link Reason#WAIT}. */
    public Duration remaining() {
        return wait;
    }

    private static String words(Reason reason, Duration wait) {
        return switch (reason) {
            case WRONG -> "Name or password is wrong.";
            case WAIT -> "Too many attempts failed. Try again in " + inWords(wait) + ".";
            case DISABLED -> "This user is disabled. Ask an administrator.";
            case ENROL -> "This is a one-time password. Choose a password of your own with `assistant users enrol`.";
            case NOT_SET_UP -> "There are no users yet. `assistant set-up` makes the first two.";
            case ALTERED -> "The file of users was altered outside the assistant, or an older one was put back."
                    + " Nobody can sign in until it is restored. Tell the auditor.";
            case ENDED -> "This session has ended. Sign in again.";
        };
    }

    private static String inWords(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        if (seconds < 120) {
            return seconds + (seconds == 1 ? " second" : " seconds");
        }
        return (seconds + 59) / 60 + " minutes";
    }
}
