package bankassistant.ui;

import bankassistant.ui.chat.ChatViewModel;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * One question that nobody asked, after which the window closes. The launcher has it played after a build, without a
 * display, so that Java learns what the window and an answer load (JEP 483).
 */
final class Rehearsal {

    /** Holds the question; no rehearsal without it. */
    private static final String PROPERTY = "bankassistant.rehearsal";

    private Rehearsal() {}

    static void playIfWanted(ChatViewModel model, Stage stage) {
        String question = System.getProperty(PROPERTY);
        if (question == null) {
            return;
        }
        model.state().subscribe(state -> {
            if (state == ChatViewModel.State.FAILED) {
                stage.close();
            }
        });
        model.draft().set(question);
        model.ask();
        model.current().subscribe(turn -> {
            if (turn == null) {
                // the answer is shown first
                Platform.runLater(stage::close);
            }
        });
    }
}
