package bankassistant.ui.signin;

import bankassistant.ui.shell.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads the views of this package. */
final class Cards {

    private Cards() {}

    static Parent load(String view, Object controller, Messages messages) {
        FXMLLoader loader = new FXMLLoader(Cards.class.getResource(view), messages.bundle());
        loader.setControllerFactory(_ -> controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
