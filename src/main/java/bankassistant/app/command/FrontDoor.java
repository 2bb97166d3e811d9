package bankassistant.app.command;

import bankassistant.app.Parts;

/** What a person meets who gives no command. */
@FunctionalInterface
public interface FrontDoor {

    /** Returns when the person leaves, with the exit code. */
    int enter(Parts parts) throws Exception;
}
