package bankassistant.ui.signin;

import bankassistant.identity.Identity;
import bankassistant.identity.IdentityException;
import bankassistant.identity.Password;
import bankassistant.ui.shell.Messages;
import java.util.Arrays;

/** Takes a password that somebody chooses, typed twice. */
final class ChosenPassword {

    private ChosenPassword() {}

    /**
     * Wipes what was typed.
     *
     * @param name whose it will be
     * @return the caller's to close
     * @throws IdentityException if both are not the same, or the password breaks the rules
     */
    static Password of(String name, char[] typed, char[] again, Messages messages) {
        boolean same = Arrays.equals(typed, again);
        Password password = Password.of(typed);
        Arrays.fill(typed, '\0');
        Arrays.fill(again, '\0');
        try {
            if (!same) {
                throw new IdentityException(messages.text("setup.different"));
            }
            Identity.requireGood(name, password);
            return password;
        } catch (IdentityException e) {
            password.close();
            throw e;
        }
    }
}
