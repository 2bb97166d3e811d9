package bankassistant.ui.signin;

import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Shown;
import java.util.Map;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

/** Name, password, and why not. */
final class SignInController {

    private final SignInViewModel model;
    private final Messages messages;
    private final Map<String, String> demo;

    @FXML
    private Label title;
    @FXML
    private Label text;
    @FXML
    private Label nameLabel;
    @FXML
    private TextField name;
    @FXML
    private Label passwordLabel;
    @FXML
    private PasswordField password;
    @FXML
    private Label refusal;
    @FXML
    private Button enter;
    @FXML
    private ProgressIndicator working;
    @FXML
    private VBox demoPart;
    @FXML
    private TilePane demoUsers;

    /** @param demo names and passwords of those who come in by a button */
    SignInController(SignInViewModel model, Messages messages, Map<String, String> demo) {
        this.model = model;
        this.demo = demo;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        boolean locked = model.locked().isPresent();
        title.setText(messages.text(locked ? "lock.title" : "signin.title"));
        text.setText(locked ? messages.text("lock.text", model.locked().get()) : messages.text("signin.text"));
        enter.setText(messages.text(locked ? "lock.enter" : "signin.enter"));
        for (var node : new javafx.scene.Node[]{nameLabel, name}) {
            Shown.set(node, !locked);
        }
        Shown.set(demoPart, !demo.isEmpty());
        demoPart.disableProperty().bind(model.working());
        demo.forEach((user, secret) -> demoUsers.getChildren().add(demoUser(user, secret)));
        nameLabel.setLabelFor(name);
        passwordLabel.setLabelFor(password);
        name.textProperty().bindBidirectional(model.name());
        name.setOnAction(_ -> password.requestFocus());
        refusal.textProperty().bind(model.refusal());
        refusal.visibleProperty().bind(model.refusal().isNotEmpty());
        refusal.managedProperty().bind(refusal.visibleProperty());
        working.visibleProperty().bind(model.working());
        enter.disableProperty().bind(model.working().or(model.name().isEmpty()));
        password.disableProperty().bind(model.working());
        model.refusal().subscribe(words -> {
            if (!words.isEmpty()) {
                Platform.runLater(password::requestFocus);
            }
        });
    }

    private Button demoUser(String user, String secret) {
        Button button = new Button(user);
        button.setMnemonicParsing(false);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> {
            name.setText(user);
            model.signIn(secret.toCharArray());
        });
        return button;
    }

    @FXML
    private void enter() {
        char[] typed = password.getText().toCharArray();
        password.clear();
        if (typed.length > 0) {
            model.signIn(typed);
        }
    }

    void focusStart() {
        (model.locked().isPresent() || !name.getText().isEmpty() ? password : name).requestFocus();
    }
}
