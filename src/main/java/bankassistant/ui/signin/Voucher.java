package bankassistant.ui.signin;

import bankassistant.identity.Password;
import java.util.Arrays;

/** Who helps somebody to enrol. Wiped when closed. */
public sealed interface Voucher extends AutoCloseable {

    /** The keeper of the recovery key, who types it. */
    record Recovery(char[] typed) implements Voucher {

        @Override
        public void close() {
            Arrays.fill(typed, '\0');
        }

        @Override
        public String toString() {
            return "recovery key";
        }
    }

    /** A teller, who types their name and password. */
    record Colleague(String name, Password password) implements Voucher {

        @Override
        public void close() {
            password.close();
        }
    }

    /** Nobody: an administrator needs no help. */
    record Nobody() implements Voucher {

        @Override
        public void close() {
            // nothing to wipe
        }
    }

    @Override
    void close();
}
