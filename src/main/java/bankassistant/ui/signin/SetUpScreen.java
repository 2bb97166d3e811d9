package bankassistant.ui.signin;

import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Screen;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;

/** The first run. */
public final class SetUpScreen implements Screen {

    private final SetUpController controller;
    private final Parent root;

    public SetUpScreen(SetUpViewModel model, Messages messages) {
        this.controller = new SetUpController(model, messages);
        root = Cards.load("set-up.fxml", controller, messages);
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
