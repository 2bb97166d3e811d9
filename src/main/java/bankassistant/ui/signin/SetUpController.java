package bankassistant.ui.signin;

import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Shown;
import bankassistant.ui.signin.SetUpViewModel.Step;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The steps of the first run. */
final class SetUpController {

    private final SetUpViewModel model;
    private final Messages messages;

    @FXML
    private Label count;
    @FXML
    private Label title;
    @FXML
    private Label text;
    @FXML
    private VBox person;
    @FXML
    private Label nameLabel;
    @FXML
    private TextField name;
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
    private Button next;
    @FXML
    private ProgressIndicator working;
    @FXML
    private VBox recovery;
    @FXML
    private TextField key;
    @FXML
    private CheckBox kept;
    @FXML
    private Button done;

    SetUpController(SetUpViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        nameLabel.setLabelFor(name);
        passwordLabel.setLabelFor(password);
        againLabel.setLabelFor(again);
        name.textProperty().bindBidirectional(model.name());
        name.setOnAction(_ -> password.requestFocus());
        password.setOnAction(_ -> again.requestFocus());
        refusal.textProperty().bind(model.refusal());
        Shown.when(refusal, model.refusal().isNotEmpty());
        var last = model.step().isEqualTo(Step.RECOVERY_KEY);
        Shown.when(recovery, last);
        Shown.when(person, last.not());
        var busy = model.step().isEqualTo(Step.WORKING);
        working.visibleProperty().bind(busy);
        person.disableProperty().bind(busy);
        next.disableProperty().bind(Bindings.or(model.name().isEmpty(), password.textProperty().isEmpty()));
        key.textProperty().bind(model.recoveryKey());
        done.disableProperty().bind(kept.selectedProperty().not());
        model.step().subscribe(this::show);
        model.refusal().subscribe(words -> {
            if (!words.isEmpty()) {
                password.requestFocus();
            }
        });
    }

    private void show(Step step) {
        String part = switch (step) {
            case ADMINISTRATOR -> "administrator";
            case AUDITOR, WORKING -> "auditor";
            case RECOVERY_KEY -> "recovery";
        };
        count.setText(messages.text("setup." + part + ".count"));
        title.setText(messages.text("setup." + part + ".title"));
        text.setText(messages.text("setup." + part + ".text"));
        next.setText(messages.text("setup." + (step == Step.ADMINISTRATOR ? "next" : "make")));
        focusStart();
    }

    @FXML
    private void next() {
        char[] typed = password.getText().toCharArray();
        char[] repeated = again.getText().toCharArray();
        password.clear();
        again.clear();
        model.next(typed, repeated);
    }

    @FXML
    private void done() {
        model.written();
    }

    void focusStart() {
        (model.step().get() == Step.RECOVERY_KEY ? key : name).requestFocus();
    }
}
