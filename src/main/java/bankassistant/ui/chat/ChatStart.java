package bankassistant.ui.chat;

import bankassistant.chat.Chat;
import java.util.function.Consumer;

/** Makes the assistant ready: opens the model, the index and what else it needs. */
@FunctionalInterface
public interface ChatStart {

    /**
     * Runs on the window's background thread while the window is already shown. After a failure the person may ask to
     * try again; then it is called once more.
     *
     * @param progress takes short words for the person about what is being done, such as "Reading the policies"; may be
     *                 called from any thread
     * @throws StartException with words for the person; of any other only a code is shown
     */
    Chat start(Consumer<String> progress) throws Exception;
}
