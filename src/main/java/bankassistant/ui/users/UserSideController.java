package bankassistant.ui.users;

import bankassistant.identity.Role;
import bankassistant.identity.UserStatus;
import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Shown;
import java.util.Optional;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;

/** One user and what can be done to them, somebody being added, or a one-time password to hand over. */
final class UserSideController {

    private final UsersViewModel model;
    private final String self;
    private final Messages messages;
    private final UserWords words;
    private final ToggleGroup roleChoices = new ToggleGroup();

    @FXML
    private Label title;
    @FXML
    private VBox chosen;
    @FXML
    private Label roleText;
    @FXML
    private Label stateText;
    @FXML
    private Label changeText;
    @FXML
    private Label yourself;
    @FXML
    private VBox acts;
    @FXML
    private Button reset;
    @FXML
    private Button disable;
    @FXML
    private Button enable;
    @FXML
    private VBox confirming;
    @FXML
    private Label confirmText;
    @FXML
    private Button confirm;
    @FXML
    private VBox adding;
    @FXML
    private Label nameLabel;
    @FXML
    private TextField newName;
    @FXML
    private VBox roles;
    @FXML
    private Button addNow;
    @FXML
    private VBox handing;
    @FXML
    private Label handingText;
    @FXML
    private TextField oneTime;
    @FXML
    private Button copy;
    @FXML
    private Button handed;
    @FXML
    private Label refusal;
    @FXML
    private ProgressIndicator working;

    /** @param self the administrator who looks */
    UserSideController(UsersViewModel model, String self, Messages messages, UserWords words) {
        this.model = model;
        this.self = self;
        this.messages = messages;
        this.words = words;
    }

    @FXML
    private void initialize() {
        nameLabel.setLabelFor(newName);
        for (Role role : Role.values()) {
            roles.getChildren().add(choice(role));
        }
        refusal.textProperty().bind(model.refusal());
        refusal.visibleProperty().bind(model.refusal().isNotEmpty());
        refusal.managedProperty().bind(refusal.visibleProperty());
        working.visibleProperty().bind(model.working());
        for (Node part : new Node[]{chosen, confirming, adding}) {
            part.disableProperty().bind(model.working());
        }
        addNow.disableProperty().bind(newName.textProperty().map(String::isBlank));
        model.side().subscribe(this::show);
    }

    private Node choice(Role role) {
        RadioButton button = new RadioButton(words.role(role));
        button.setToggleGroup(roleChoices);
        button.setUserData(role);
        Label duties = new Label(words.duties(role));
        duties.setWrapText(true);
        duties.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        duties.getStyleClass().add("muted");
        button.setAccessibleText(words.role(role) + ". " + words.duties(role));
        VBox both = new VBox(button, duties);
        both.getStyleClass().add("role-choice");
        return both;
    }

    private void show(Side side) {
        oneTime.clear();
        Shown.set(chosen, side instanceof Side.Chosen(_, Optional<Side.Act> asked) && asked.isEmpty());
        Shown.set(confirming, side instanceof Side.Chosen(_, Optional<Side.Act> asked) && asked.isPresent());
        Shown.set(adding, side instanceof Side.Adding);
        Shown.set(handing, side instanceof Side.Handing);
        switch (side) {
            case Side.Nothing _ -> title.setText("");
            case Side.Chosen(UserStatus user, Optional<Side.Act> asked) -> {
                title.setText(user.name());
                asked.ifPresentOrElse(act -> showQuestion(user, act), () -> showUser(user));
            }
            case Side.Adding _ -> showAdding();
            case Side.Handing handed -> showPassword(handed);
        }
    }

    private void showUser(UserStatus user) {
        roleText.setText(words.role(user.role()) + ". " + words.duties(user.role()));
        stateText.setText(words.state(user) + ". " + words.stateText(user));
        changeText.setText(words.change(user).replace(" \u00b7 ", "\n"));
        boolean own = user.name().equals(self);
        Shown.set(yourself, own);
        Shown.set(acts, !own);
        Shown.set(disable, user.state() != UserStatus.State.DISABLED);
        Shown.set(enable, user.state() == UserStatus.State.DISABLED);
    }

    private void showQuestion(UserStatus user, Side.Act act) {
        String key = "users.confirm." + act.name().toLowerCase(java.util.Locale.ROOT);
        title.setText(messages.text(key + ".title", user.name()));
        confirmText.setText(messages.text(key, user.name()));
        confirm.setText(messages.text(key + ".do"));
        Platform.runLater(confirm::requestFocus);
    }

    private void showAdding() {
        title.setText(messages.text("users.add.title"));
        newName.clear();
        roleChoices.selectToggle(roleChoices.getToggles().getFirst());
        Platform.runLater(newName::requestFocus);
    }

    private void showPassword(Side.Handing given) {
        title.setText(messages.text(given.added() ? "users.handing.added" : "users.handing.reset", given.user()));
        handingText.setText(messages.text("users.handing.text", given.user()));
        oneTime.setText(given.password());
        copy.setText(messages.text("users.handing.copy"));
        Platform.runLater(copy::requestFocus);
    }

    @FXML
    private void reset() {
        model.ask(Side.Act.RESET);
    }

    @FXML
    private void disable() {
        model.ask(Side.Act.DISABLE);
    }

    @FXML
    private void enable() {
        model.enable();
    }

    @FXML
    private void confirm() {
        model.confirm();
    }

    @FXML
    private void cancel() {
        model.cancel();
    }

    @FXML
    private void add() {
        if (!newName.getText().isBlank()) {
            model.add(newName.getText(), (Role) roleChoices.getSelectedToggle().getUserData());
        }
    }

    @FXML
    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(oneTime.getText());
        Clipboard.getSystemClipboard().setContent(content);
        copy.setText(messages.text("users.handing.copied"));
    }

    @FXML
    private void handed() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (oneTime.getText().equals(clipboard.getString())) {
            clipboard.clear();
        }
        model.handedOver();
    }
}
