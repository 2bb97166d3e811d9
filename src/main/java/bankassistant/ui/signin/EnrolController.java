package bankassistant.ui.signin;

import bankassistant.identity.Password;
import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Shown;
import java.util.Arrays;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A password of one's own, and who helps. */
final class EnrolController {

    private final EnrolViewModel model;
    private final Messages messages;
    private final Runnable leave;

    @FXML
    private Label text;
    @FXML
    private VBox form;
    @FXML
    private Label passwordLabel;
    @FXML
    private PasswordField password;
    @FXML
    private Label againLabel;
    @FXML
    private PasswordField again;
    @FXML
    private Label helpLabel;
    @FXML
    private HBox ways;
    @FXML
    private ToggleGroup way;
    @FXML
    private ToggleButton byColleague;
    @FXML
    private ToggleButton byRecovery;
    @FXML
    private VBox colleague;
    @FXML
    private Label colleagueNameLabel;
    @FXML
    private TextField colleagueName;
    @FXML
    private Label colleaguePasswordLabel;
    @FXML
    private PasswordField colleaguePassword;
    @FXML
    private VBox recovery;
    @FXML
    private Label recoveryLabel;
    @FXML
    private TextField recoveryKey;
    @FXML
    private Label refusal;
    @FXML
    private Button enrol;
    @FXML
    private ProgressIndicator working;

    EnrolController(EnrolViewModel model, Messages messages, Runnable leave) {
        this.model = model;
        this.messages = messages;
        this.leave = leave;
    }

    @FXML
    private void initialize() {
        text.setText(messages.text("enrol.text", model.name()));
        passwordLabel.setLabelFor(password);
        againLabel.setLabelFor(again);
        colleagueNameLabel.setLabelFor(colleagueName);
        colleaguePasswordLabel.setLabelFor(colleaguePassword);
        recoveryLabel.setLabelFor(recoveryKey);
        way.selectToggle(model.takesColleague() ? byColleague : byRecovery);
        way.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                way.selectToggle(before);
            }
        });
        for (Node node : new Node[]{helpLabel, ways}) {
            Shown.set(node, model.takesColleague());
        }
        Shown.when(colleague, byColleague.selectedProperty());
        Shown.when(recovery, byRecovery.selectedProperty().map(chosen -> chosen && model.takesRecoveryKey()));
        refusal.textProperty().bind(model.refusal());
        Shown.when(refusal, model.refusal().isNotEmpty());
        working.visibleProperty().bind(model.working());
        form.disableProperty().bind(model.working());
        model.refusal().subscribe(words -> {
            if (!words.isEmpty()) {
                Platform.runLater(password::requestFocus);
            }
        });
    }

    @FXML
    private void enrol() {
        if (password.getText().isEmpty()) {
            password.requestFocus();
            return;
        }
        char[] typed = password.getText().toCharArray();
        char[] repeated = again.getText().toCharArray();
        Voucher voucher = voucher();
        password.clear();
        again.clear();
        colleaguePassword.clear();
        model.enrol(typed, repeated, voucher);
    }

    private Voucher voucher() {
        if (!model.takesRecoveryKey()) {
            return new Voucher.Nobody();
        }
        if (byRecovery.isSelected()) {
            return new Voucher.Recovery(recoveryKey.getText().toCharArray());
        }
        char[] typed = colleaguePassword.getText().toCharArray();
        try {
            return new Voucher.Colleague(colleagueName.getText(), Password.of(typed));
        } finally {
            Arrays.fill(typed, '\0');
        }
    }

    @FXML
    private void leave() {
        recoveryKey.clear();
        leave.run();
    }

    void focusStart() {
        password.requestFocus();
    }
}
