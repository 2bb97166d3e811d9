package bankassistant.ui.audit;

import bankassistant.audit.Hold;
import bankassistant.ui.shell.Messages;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A legal hold is set or lifted: why, and on what. Both are records that stay for good. */
final class HoldSheet extends Sheet {

    private final StateViewModel model;
    private final Messages messages;
    private final ZoneId zone;

    HoldSheet(Node below, StateViewModel model, Messages messages, ZoneId zone) {
        super(below);
        this.model = model;
        this.messages = messages;
        this.zone = zone;
    }

    @Override
    void escape() {
        closeSheet();
    }

    void set() {
        TextField reference = new TextField();
        TextField user = new TextField();
        TextField session = new TextField();
        DatePicker from = new DatePicker();
        DatePicker to = new DatePicker();
        Button go = accent(button(messages.text("audit.hold.set.go"), () -> {
            closeSheet();
            model.hold(reference.getText().strip(), new Hold.Scope(typed(user), typed(session),
                    start(from.getValue(), 0), start(to.getValue(), 1)));
        }));
        ObservableBooleanValue onNothing = Bindings.createBooleanBinding(
                () -> typed(user).isEmpty() && typed(session).isEmpty() && from.getValue() == null
                        && to.getValue() == null,
                user.textProperty(), session.textProperty(), from.valueProperty(), to.valueProperty());
        go.disableProperty().bind(Bindings.createBooleanBinding(() -> typed(reference).isEmpty(),
                reference.textProperty()).or(Bindings.createBooleanBinding(onNothing::get, onNothing)));
        say(Feather.ANCHOR, "open", messages.text("audit.hold.set.title"));
        fill(Look.wrapped(messages.text("audit.hold.set.text")), field("reference", reference),
                beside(field("user", user), field("session", session)), beside(field("from", from), field("to", to)),
                Look.wrapped(messages.text("audit.hold.set.all"), "muted"));
        offer(button(messages.text("audit.hold.cancel"), this::closeSheet), go);
        reference.requestFocus();
    }

    /** @param covers what it covers, in words */
    void lift(Hold hold, String covers) {
        TextField reference = new TextField();
        say(Feather.ANCHOR, "open", messages.text("audit.hold.lift.title"));
        fill(Look.wrapped(hold.terms().reference(), "strong"), Look.wrapped(covers, "muted"),
                Look.wrapped(messages.text("audit.hold.lift.text")), field("reference", reference));
        offer(button(messages.text("audit.hold.cancel"), this::closeSheet),
                accent(button(messages.text("audit.hold.lift.go"), () -> {
                    closeSheet();
                    model.lift(hold, reference.getText().strip());
                })));
        reference.requestFocus();
    }

    private Node field(String name, Node input) {
        Label label = new Label(messages.text("audit.hold." + name));
        label.getStyleClass().add("muted");
        label.setLabelFor(input);
        input.setId("hold-" + name);
        input.setAccessibleText(label.getText());
        if (input instanceof javafx.scene.control.Control control) {
            control.setMaxWidth(Double.MAX_VALUE);
        }
        VBox field = new VBox(label, input);
        field.getStyleClass().add("field");
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setPrefWidth(1);
        return field;
    }

    private static Node beside(Node one, Node other) {
        HBox both = new HBox(one, other);
        both.getStyleClass().add("fields");
        return both;
    }

    private static Optional<String> typed(TextField field) {
        return Optional.of(field.getText().strip()).filter(text -> !text.isEmpty());
    }

    private Optional<Instant> start(LocalDate day, int later) {
        return Optional.ofNullable(day).map(chosen -> chosen.plusDays(later).atStartOfDay(zone).toInstant());
    }
}
