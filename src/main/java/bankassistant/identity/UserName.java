package bankassistant.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names that users sign in with: letters and digits, and among them dot, dash, underscore, at-sign and blank; up to 64. */
final class UserName {

    private static final Pattern FORM = Pattern
            .compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N} ._@-]{0,62}[\\p{L}\\p{M}\\p{N}])?");

    private UserName() {}

    /** The name in the one form in which it is kept, if it can be a name; case and width of letters make no other user. */
    static Optional<String> of(String typed) {
        String name = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        return FORM.matcher(name).matches() ? Optional.of(name) : Optional.empty();
    }

    /** @throws IdentityException if it can't be a name */
    static String required(String typed) {
        return of(typed).orElseThrow(() -> new IdentityException("A user's name has 1 to 64 letters and digits, and"
                + " dots, dashes, underscores, @ or blanks between them."));
    }
}
