package bankassistant.ui.signin;

import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Screen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.Parent;

/** The first run. */
public final class SetUpScreen implements Screen {

    private final SetUpController controller;
    private final Parent root;

    public SetUpScreen(SetUpViewModel model, Messages messages) {
        this.controller = new SetUpController(model, messages);
        FXMLLoader loader = new FXMLLoader(SetUpScreen.class.getResource("set-up.fxml"), messages.bundle());
        loader.setControllerFactory(_ -> controller);
        try {
            root = loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
