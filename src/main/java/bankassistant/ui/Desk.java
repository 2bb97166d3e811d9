package bankassistant.ui;

import bankassistant.ui.shell.Screen;
import java.util.concurrent.CompletableFuture;

/** What somebody who is signed in has before them. On the JavaFX thread only. */
interface Desk {

    /** The same each time. To be asked for once the theme is set. */
    Screen screen();

    /** The session was locked: forgets what must not outlast that. */
    void lock();

    /** The same person is back. */
    void unlock();

    /** Ends what is on its way. What is returned is done when nothing works for this person any more. */
    CompletableFuture<Void> close();
}
