package bankassistant.identity;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Wraps a user's secret under their password, and unwraps it. */
final class UserSecrets {

    private final SecureRandom random;

    UserSecrets(SecureRandom random) {
        this.random = random;
    }

    /** A user whose secret only the password opens. */
    User seal(Profile profile, Password password, byte[] secret, StoreId store) {
        byte[] salt = new byte[Argon2.SALT_LENGTH];
        random.nextBytes(salt);
        User open = new User(profile.name, profile.role, profile.state, profile.disabled, profile.version, profile.cost,
                KeyWrap.base64(salt), new Wrapped("", ""), Optional.empty());
        byte[] key = Argon2.key(password, salt, profile.cost);
        try {
            Wrapped wrapped = KeyWrap.wrap(key, secret, store.bound(open), random);
            return new User(open.name(), open.role(), open.state(), open.disabled(), open.version(), open.cost(),
                    open.salt(), wrapped, Optional.empty());
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** The user's secret, which the caller wipes; nothing if the password is not theirs. */
    Optional<byte[]> open(User user, Password password, StoreId store) {
        byte[] key = Argon2.key(password, salt(user), user.cost());
        try {
            return KeyWrap.unwrap(key, user.secret(), store.bound(user));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** Takes as long as {@link #open} and opens nothing, so that one can't tell by the time that a name is unknown. */
    void openNothing(Roster roster, Password password) {
        byte[] key = Argon2.key(password, new byte[Argon2.SALT_LENGTH], roster.users().getFirst().cost());
        KeyWrap.unwrap(key, roster.users().getFirst().secret(), "nobody");
        Arrays.fill(key, (byte) 0);
    }

    /** Random bytes in a key's place, for who has none yet. */
    byte[] placeholder() {
        byte[] bytes = new byte[FileKey.LENGTH];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] salt(User user) {
        try {
            byte[] salt = Base64.getDecoder().decode(user.salt());
            if (salt.length == Argon2.SALT_LENGTH) {
                return salt;
            }
        } catch (IllegalArgumentException e) {
            // as another length
        }
        throw new SignInException(SignInException.Reason.ALTERED);
    }

    /** What of a user is known before the secret is wrapped. */
    record Profile(String name, Role role, User.State state, boolean disabled, int version, PasswordCost cost) {

        /** The same user with a new password. */
        static Profile next(User user, User.State state) {
            return new Profile(user.name(), user.role(), state, user.disabled(), user.version() + 1, user.cost());
        }
    }
}
