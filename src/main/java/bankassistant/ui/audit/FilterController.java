package bankassistant.ui.audit;

import bankassistant.ui.shell.Messages;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The fields that filter, and what is filtered by as chips below them. Each change counts at once. */
public final class FilterController {

    /** What the buttons beside the chips take. */
    private static final double BUTTONS = 260;

    private final AuditViewModel model;
    private final Messages messages;
    private final RecordWords words;
    /** While fields follow the filter, they do not set it. */
    private boolean following;

    @FXML
    private GridPane panel;
    @FXML
    private MenuButton users;
    @FXML
    private MenuButton kinds;
    @FXML
    private MenuButton intents;
    @FXML
    private MenuButton pii;
    @FXML
    private ComboBox<Optional<Boolean>> scope;
    @FXML
    private ComboBox<Optional<String>> policy;
    @FXML
    private DatePicker from;
    @FXML
    private DatePicker to;
    @FXML
    private CheckBox checks;
    @FXML
    private HBox chipRow;
    @FXML
    private FlowPane chips;
    @FXML
    private HBox saveBox;
    @FXML
    private TextField name;
    @FXML
    private Button keep;

    FilterController(AuditViewModel model, Messages messages, RecordWords words) {
        this.model = model;
        this.messages = messages;
        this.words = words;
    }

    @FXML
    private void initialize() {
        show(false);
        Look.show(saveBox, false);
        chips.prefWrapLengthProperty().bind(chipRow.widthProperty().subtract(BUTTONS));
        scope.getItems().setAll(List.of(Optional.empty(), Optional.of(true), Optional.of(false)));
        scope.setConverter(shown(wanted -> messages.text("audit.scope." + wanted)));
        policy.setConverter(shown(id -> model.choices().get().policies().getOrDefault(id, id)));
        scope.setOnAction(_ -> apply(filter -> filter.inScope(chosen(scope))));
        policy.setOnAction(_ -> apply(filter -> filter.citing(chosen(policy))));
        checks.setOnAction(_ -> apply(filter -> filter.failingChecks(checks.isSelected())));
        from.setOnAction(_ -> apply(filter -> filter.during(days())));
        to.setOnAction(_ -> apply(filter -> filter.during(days())));
        panel.lookupAll(".field").forEach(field -> ((Label) ((VBox) field).getChildren().getFirst())
                .setLabelFor(((VBox) field).getChildren().getLast()));
        model.choices().subscribe(_ -> follow());
        model.filter().subscribe(_ -> follow());
    }

    /** Shows or hides the fields; the chips stay. */
    void show(boolean shown) {
        Look.show(panel, shown);
    }

    void focusStart() {
        users.requestFocus();
    }

    private void follow() {
        following = true;
        try {
            RecordFilter filter = model.filter().get();
            Choices choices = model.choices().get();
            fill(users, choices.users(), filter.users(), Function.identity(), RecordFilter::ofUsers);
            fill(kinds, RecordWords.kinds(), filter.kinds(), words::kind, RecordFilter::ofKinds);
            fill(intents, choices.intents(), filter.intents(), words::intent, RecordFilter::ofIntents);
            fill(pii, choices.pii(), filter.pii(), words::pii, RecordFilter::masking);
            policy.getItems().setAll(Stream.concat(Stream.of(Optional.<String>empty()),
                    choices.policies().keySet().stream().map(Optional::of)).toList());
            policy.setValue(filter.policy());
            scope.setValue(filter.inScope());
            checks.setSelected(filter.checksFailed());
            TimeRange.Between days = filter.time() instanceof TimeRange.Between between
                    ? between
                    : new TimeRange.Between(Optional.empty(), Optional.empty());
            from.setValue(days.first().orElse(null));
            to.setValue(days.last().orElse(null));
            showChips(filter, choices);
        } finally {
            following = false;
        }
    }

    private void fill(MenuButton field, Collection<String> names, Set<String> chosen, Function<String, String> named,
            BiFunction<RecordFilter, Set<String>, RecordFilter> with) {
        field.setText(switch (chosen.size()) {
            case 0 -> messages.text("audit.filter.any");
            case 1 -> named.apply(chosen.iterator().next());
            default -> messages.text("audit.filter.chosen", chosen.size());
        });
        List<MenuItem> items = Stream.concat(names.stream(), chosen.stream()).distinct().<MenuItem>map(value -> {
            CheckMenuItem item = new CheckMenuItem(named.apply(value));
            item.setMnemonicParsing(false);
            item.setSelected(chosen.contains(value));
            item.setOnAction(_ -> apply(filter -> with.apply(filter, chosen.contains(value)
                    ? RecordFilter.without(chosen, value)
                    : RecordFilter.with(chosen, value))));
            return item;
        }).toList();
        if (items.isEmpty()) {
            MenuItem none = new MenuItem(messages.text("audit.filter.none"));
            none.setDisable(true);
            items = List.of(none);
        }
        field.getItems().setAll(items);
    }

    private void showChips(RecordFilter filter, Choices choices) {
        List<FilterChip> shown = FilterChip.of(filter, words, messages, choices);
        chips.getChildren().setAll(shown.stream().map(this::chip).toList());
        Look.show(chipRow, !shown.isEmpty());
        if (shown.isEmpty()) {
            Look.show(saveBox, false);
            Look.show(keep, true);
        }
    }

    private Button chip(FilterChip chip) {
        Button button = new Button(chip.words(), new FontIcon(Feather.X));
        button.setMnemonicParsing(false);
        button.getStyleClass().add("filter-chip");
        button.maxWidthProperty().bind(chips.widthProperty());
        button.setAccessibleText(messages.text("audit.filter.remove", chip.words()));
        button.setOnAction(_ -> model.apply(chip.without()));
        return button;
    }

    private TimeRange days() {
        Optional<LocalDate> first = Optional.ofNullable(from.getValue());
        Optional<LocalDate> last = Optional.ofNullable(to.getValue());
        return first.isEmpty() && last.isEmpty() ? TimeRange.ALWAYS : new TimeRange.Between(first, last);
    }

    private void apply(Function<RecordFilter, RecordFilter> change) {
        if (!following) {
            model.apply(change.apply(model.filter().get()));
        }
    }

    private static <T> Optional<T> chosen(ComboBox<Optional<T>> field) {
        return field.getValue() == null ? Optional.empty() : field.getValue();
    }

    private <T> StringConverter<Optional<T>> shown(Function<T, String> named) {
        return new StringConverter<>() {

            @Override
            public String toString(Optional<T> value) {
                return value == null ? "" : value.map(named).orElse(messages.text("audit.filter.any"));
            }

            @Override
            public Optional<T> fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        };
    }

    @FXML
    private void clear() {
        model.clear();
    }

    @FXML
    private void showSave() {
        Look.show(keep, false);
        Look.show(saveBox, true);
        name.requestFocus();
    }

    @FXML
    private void save() {
        if (!name.getText().isBlank()) {
            model.save(name.getText());
            name.clear();
            Look.show(saveBox, false);
            Look.show(keep, true);
        }
    }
}
