package bankassistant.ui.users;

import bankassistant.identity.Settings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.TextFormatter;

/** What holds for everybody. */
final class SettingsController {

    private final SettingsViewModel model;

    @FXML
    private Label idleLabel;
    @FXML
    private Spinner<Integer> idle;
    @FXML
    private Button save;
    @FXML
    private Label saved;
    @FXML
    private Label refusal;

    SettingsController(SettingsViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        idleLabel.setLabelFor(idle);
        idle.setValueFactory(new SpinnerValueFactory.IntegerSpinnerValueFactory(Settings.LEAST_MINUTES,
                Settings.MOST_MINUTES));
        idle.getEditor().setTextFormatter(new TextFormatter<>(change -> change.getControlNewText().matches("\\d{0,3}")
                ? change
                : null));
        idle.getEditor().setOnAction(_ -> save());
        model.idleMinutes().subscribe(minutes -> idle.getValueFactory().setValue(minutes.intValue()));
        idle.disableProperty().bind(model.idleMinutes().isEqualTo(0));
        save.disableProperty().bind(idle.disableProperty().or(idle.getEditor().textProperty().isEmpty()));
        saved.visibleProperty().bind(model.saved());
        refusal.textProperty().bind(model.refusal());
        refusal.visibleProperty().bind(model.refusal().isNotEmpty());
        refusal.managedProperty().bind(refusal.visibleProperty());
    }

    @FXML
    private void save() {
        model.save(Integer.parseInt(idle.getEditor().getText()));
    }
}
