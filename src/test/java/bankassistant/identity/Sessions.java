package bankassistant.identity;

import java.security.SecureRandom;
import java.time.Duration;

/** Sessions that nobody signed in to. */
public final class Sessions {

    /** What {@link #isGood} takes. */
    public static final String GOOD = "good";

    private Sessions() {}

    public static Session of(Role role) {
        return new Session(new SignedIn("tilda", role, "session"), new StoreId("store", "", ""), 0, 1, key(role),
                (_, _) -> {});
    }

    public static void unlock(Session session) {
        session.unlock(key(session.who().role()));
    }

    public static boolean isGood(Password password) {
        return GOOD.contentEquals(password.view());
    }

    /** The password is a one-time password. */
    public static SignInException enrolling() {
        return new SignInException(SignInException.Reason.ENROL);
    }

    public static SignInException refused() {
        return new SignInException(SignInException.Reason.WRONG);
    }

    public static SignInException refused(Duration wait) {
        return new SignInException(SignInException.Reason.WAIT, wait);
    }

    /** As an administrator hands it over. */
    public static OneTimePassword oneTime() {
        return new OneTimePassword(new SecureRandom());
    }

    private static RoleKey key(Role role) {
        return RoleKey.of(role, new byte[FileKey.LENGTH]);
    }
}
