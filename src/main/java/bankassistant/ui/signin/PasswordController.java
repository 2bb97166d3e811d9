package bankassistant.ui.signin;

import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Shown;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;

/** The present password, the new one twice. */
final class PasswordController {

    private final PasswordViewModel model;
    private final Messages messages;
    private final Runnable leave;

    @FXML
    private Label title;
    @FXML
    private Label text;
    @FXML
    private VBox form;
    @FXML
    private Label presentLabel;
    @FXML
    private PasswordField present;
    @FXML
    private Label passwordLabel;
    @FXML
    private PasswordField password;
    @FXML
    private Label againLabel;
    @FXML
    private PasswordField again;
    @FXML
    private Label refusal;
    @FXML
    private Button change;
    @FXML
    private Button back;
    @FXML
    private ProgressIndicator working;

    PasswordController(PasswordViewModel model, Messages messages, Runnable leave) {
        this.model = model;
        this.messages = messages;
        this.leave = leave;
    }

    @FXML
    private void initialize() {
        presentLabel.setLabelFor(present);
        passwordLabel.setLabelFor(password);
        againLabel.setLabelFor(again);
        refusal.textProperty().bind(model.refusal());
        Shown.when(refusal, model.refusal().isNotEmpty());
        Shown.when(form, model.changed().not());
        Shown.when(change, model.changed().not());
        form.disableProperty().bind(model.working());
        change.disableProperty().bind(model.working().or(present.textProperty().isEmpty())
                .or(password.textProperty().isEmpty()));
        working.visibleProperty().bind(model.working());
        title.textProperty().bind(model.changed()
                .map(done -> messages.text(done ? "password.done.title" : "password.title")));
        text.textProperty().bind(model.changed()
                .map(done -> messages.text(done ? "password.done.text" : "password.text")));
        back.textProperty()
                .bind(model.changed().map(done -> messages.text(done ? "password.back" : "password.cancel")));
        model.refusal().subscribe(words -> {
            if (!words.isEmpty()) {
                Platform.runLater(present::requestFocus);
            }
        });
        model.changed().subscribe(done -> {
            if (done) {
                Platform.runLater(back::requestFocus);
            }
        });
    }

    @FXML
    private void change() {
        if (!change.isDisabled()) {
            char[] typedPresent = present.getText().toCharArray();
            char[] typed = password.getText().toCharArray();
            char[] repeated = again.getText().toCharArray();
            present.clear();
            password.clear();
            again.clear();
            model.change(typedPresent, typed, repeated);
        }
    }

    @FXML
    private void leave() {
        leave.run();
    }

    void focusStart() {
        present.requestFocus();
    }
}
