package bankassistant.app.command;

import bankassistant.app.Parts;
import bankassistant.app.SignInRequest;

/** What a person meets who gives no command. */
@FunctionalInterface
public interface FrontDoor {

    /** Returns when the person leaves, with the exit code. */
    int enter(Parts parts, SignInRequest request) throws Exception;
}
