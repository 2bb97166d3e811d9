package bankassistant.app;

import bankassistant.identity.Role;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Who wants to work with the assistant, as far as the command line tells.
 *
 * @param user         named there, or asked for
 * @param passwordFile holds the password, or it is asked for
 * @param usual        the role in which the demo bank's user is signed in where none is named
 * @param prompt       asks for what is missing
 * @param demo         whether it is the demo bank, whose own users need not type their passwords
 */
public record SignInRequest(Optional<String> user, Optional<Path> passwordFile, Role usual, Prompt prompt,
        boolean demo) {

    public SignInRequest {
        Objects.requireNonNull(usual);
        Objects.requireNonNull(prompt);
    }

    /** Whether nothing has to be asked. */
    boolean isComplete() {
        return demo || user.isPresent() && passwordFile.isPresent();
    }
}
