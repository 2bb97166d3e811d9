package bankassistant.ui.users;

import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Screen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;

/** Users and settings as a screen of the window. */
public final class UsersScreen implements Screen {

    private final UsersController controller;
    private final Parent root;

    /**
     * @param self the administrator who looks
     * @param zone theirs
     */
    public UsersScreen(UsersViewModel users, SettingsViewModel settings, String self, ZoneId zone, Messages messages) {
        UserWords words = new UserWords(messages, zone);
        controller = new UsersController(users, messages, words);
        FXMLLoader loader = new FXMLLoader(UsersScreen.class.getResource("users.fxml"), messages.bundle());
        loader.setControllerFactory(type -> {
            if (type == UserSideController.class) {
                return new UserSideController(users, self, messages, words);
            }
            return type == SettingsController.class ? new SettingsController(settings) : controller;
        });
        try {
            root = loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        root.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.getAccelerators().put(new KeyCodeCombination(KeyCode.ESCAPE), controller::escape);
            }
        });
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
