package bankassistant.ui.signin;

import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Screen;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Somebody changes their password. */
public final class PasswordScreen implements Screen {

    private final PasswordController controller;
    private final Parent root;

    /** @param leave goes back */
    public PasswordScreen(PasswordViewModel model, Messages messages, Runnable leave) {
        controller = new PasswordController(model, messages, leave);
        root = Cards.load("password.fxml", controller, messages);
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
