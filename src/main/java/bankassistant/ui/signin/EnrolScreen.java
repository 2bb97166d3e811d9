package bankassistant.ui.signin;

import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Screen;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Somebody with a one-time password chooses their own. */
public final class EnrolScreen implements Screen {

    private final EnrolController controller;
    private final Parent root;

    /** @param leave goes back with nothing done */
    public EnrolScreen(EnrolViewModel model, Messages messages, Runnable leave) {
        controller = new EnrolController(model, messages, leave);
        root = Cards.load("enrol.fxml", controller, messages);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public List<Node> actions() {
        return List.of();
    }

    @Override
    public void focusStart() {
        controller.focusStart();
    }
}
