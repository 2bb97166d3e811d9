package bankassistant.ui.users;

import bankassistant.identity.UserStatus;
import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Problem;
import bankassistant.ui.shell.Shown;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The list of users, and which of users and settings is shown. */
final class UsersController {

    private static final double ROW = 40;
    private static final double NARROW = 560;

    private final UsersViewModel model;
    private final Messages messages;
    private final UserWords words;

    @FXML
    private BorderPane root;
    @FXML
    private ToggleGroup views;
    @FXML
    private ToggleButton usersView;
    @FXML
    private Button add;
    @FXML
    private BorderPane usersPane;
    @FXML
    private TableView<UserStatus> table;
    @FXML
    private TableColumn<UserStatus, String> name;
    @FXML
    private TableColumn<UserStatus, String> role;
    @FXML
    private TableColumn<UserStatus, String> state;
    @FXML
    private TableColumn<UserStatus, String> change;
    @FXML
    private StackPane problemPane;
    @FXML
    private Label problemTitle;
    @FXML
    private Label problemText;
    @FXML
    private ScrollPane side;
    @FXML
    private ScrollPane settings;
    @FXML
    private Label count;

    UsersController(UsersViewModel model, Messages messages, UserWords words) {
        this.model = model;
        this.messages = messages;
        this.words = words;
    }

    @FXML
    private void initialize() {
        column(name, UserStatus::name);
        column(role, user -> words.role(user.role()));
        column(state, words::state);
        state.setCellFactory(_ -> new StateCell());
        column(change, words::change);
        // what the side tells too gives way first
        change.visibleProperty().bind(table.widthProperty().greaterThan(NARROW));
        table.setFixedCellSize(ROW);
        table.setPlaceholder(new Region());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setItems(model.users());
        table.getSelectionModel().selectedItemProperty().subscribe(user -> {
            if (user != null) {
                model.choose(user);
            }
        });
        model.side().subscribe(this::showSide);
        model.problem().subscribe(this::showProblem);
        model.users().addListener((ListChangeListener<UserStatus>) _ -> showCount());
        showCount();
        views.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                views.selectToggle(before);
            }
        });
        Shown.when(usersPane, usersView.selectedProperty());
        Shown.when(settings, usersView.selectedProperty().not());
        add.visibleProperty().bind(usersView.selectedProperty());
        add.disableProperty().bind(Bindings.createBooleanBinding(
                () -> model.side().get() instanceof Side.Handing || model.problem().get() != null, model.side(),
                model.problem()));
    }

    private void column(TableColumn<UserStatus, String> column, Function<UserStatus, String> text) {
        column.setSortable(false);
        column.getStyleClass().add(column.getId());
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    }

    private void showSide(Side shown) {
        boolean any = !(shown instanceof Side.Nothing);
        Shown.set(side, any);
        // what is done in the side is about one user, whom the list goes on showing
        Optional<UserStatus> chosen = shown instanceof Side.Chosen(UserStatus user, _)
                ? Optional.of(user)
                : Optional.empty();
        if (chosen.isPresent()) {
            if (!chosen.get().equals(table.getSelectionModel().getSelectedItem())) {
                table.getSelectionModel().select(chosen.get());
            }
        } else {
            table.getSelectionModel().clearSelection();
        }
        table.setDisable(shown instanceof Side.Handing);
    }

    private void showProblem(Problem problem) {
        problemPane.setVisible(problem != null);
        if (problem != null) {
            problemTitle.setText(problem.title());
            problemText.setText(problem.text());
        }
    }

    private void showCount() {
        count.setText(messages.text("users.count", model.users().size()));
    }

    @FXML
    private void add() {
        model.begin();
    }

    @FXML
    private void retry() {
        model.start();
    }

    void escape() {
        if (!(model.side().get() instanceof Side.Handing)) {
            model.cancel();
            table.requestFocus();
        }
    }

    void focusStart() {
        table.requestFocus();
    }

    /** How a user stands, with a sign. */
    private final class StateCell extends TableCell<UserStatus, String> {

        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            getStyleClass().removeAll("active", "enrolling", "disabled-user");
            setText(empty ? null : text);
            setGraphic(null);
            if (!empty && getTableRow().getItem() != null) {
                UserStatus.State is = getTableRow().getItem().state();
                setGraphic(new FontIcon(switch (is) {
                    case ACTIVE -> Feather.CHECK_CIRCLE;
                    case ENROLLING -> Feather.CLOCK;
                    case DISABLED -> Feather.SLASH;
                }));
                getStyleClass().add(is == UserStatus.State.DISABLED
                        ? "disabled-user"
                        : is.name().toLowerCase(Locale.ROOT));
            }
        }
    }
}
