package bankassistant.ui.audit;

import bankassistant.ui.audit.ExportViewModel.State;
import bankassistant.ui.shell.Messages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Giving out records: how, how far it is, and where they are. */
final class ExportSheet extends Sheet {

    private final ExportViewModel model;
    private final AuditViewModel shown;
    private final Messages messages;
    private final RecordWords words;
    private final Label progress = new Label();
    private final ToggleGroup formats = new ToggleGroup();

    ExportSheet(Node below, ExportViewModel model, AuditViewModel shown, Messages messages, RecordWords words) {
        super(below);
        this.model = model;
        this.shown = shown;
        this.messages = messages;
        this.words = words;
        model.state().subscribe(this::show);
    }

    @Override
    void escape() {
        if (model.state().get() instanceof State.Running) {
            model.cancel();
        } else {
            model.dismiss();
        }
    }

    private void show(State state) {
        switch (state) {
            case State.Idle _ -> closeSheet();
            case State.Choosing _ -> choose();
            case State.Running running -> show(running);
            case State.Cancelled _ ->
                tell(Feather.SLASH, "open", "audit.export.cancelled.title", messages.text("audit.export.cancelled"));
            case State.Done done -> tell(Feather.CHECK_CIRCLE, "good", "audit.export.done.title",
                    messages.text("audit.export.done", done.written(), done.file()));
            case State.Failed failed -> {
                say(Feather.ALERT_TRIANGLE, "bad", failed.problem().title());
                fill(Look.wrapped(failed.problem().text()),
                        Look.wrapped(messages.text("failure.code", failed.problem().code()), "muted"));
                offer(button(messages.text("audit.export.close"), model::dismiss));
            }
        }
    }

    private void choose() {
        say(Feather.DOWNLOAD, "open", messages.text("audit.export.title"));
        List<String> filters = words.filters(shown.filter().get(), shown.choices().get());
        VBox choice = new VBox();
        choice.getStyleClass().add("choices");
        for (ExportFormat format : ExportFormat.values()) {
            choice.getChildren().add(option(format));
        }
        formats.selectToggle(formats.getToggles().getFirst());
        fill(Look.wrapped(messages.text("audit.export.what", filters.isEmpty()
                ? messages.text("audit.export.what.all")
                : messages.text("audit.export.what.found", String.join(", ", filters)))), choice);
        offer(button(messages.text("audit.export.cancel"), model::dismiss),
                accent(button(messages.text("audit.export.go"), () -> model.export(shown.query().get(),
                        (ExportFormat) formats.getSelectedToggle().getUserData()))));
    }

    private Node option(ExportFormat format) {
        RadioButton button = new RadioButton(messages.text(format.key()));
        button.setUserData(format);
        button.setToggleGroup(formats);
        button.getStyleClass().add("strong");
        button.setAccessibleHelp(messages.text(format.key() + ".text"));
        Label text = Look.wrapped(messages.text(format.key() + ".text"), "muted", "option-text");
        text.setOnMouseClicked(_ -> button.setSelected(true));
        VBox option = new VBox(button, text);
        option.getStyleClass().add("export-option");
        return option;
    }

    private void show(State.Running running) {
        progress.setText(messages.text("audit.export.running", running.written()));
        if (running.written() == 0) {
            say(Feather.DOWNLOAD, "open", messages.text("audit.export.running.title"));
            ProgressBar bar = new ProgressBar();
            bar.setMaxWidth(Double.MAX_VALUE);
            fill(bar, progress);
            offer(button(messages.text("audit.export.cancel"), model::cancel));
        }
    }

    private void tell(Feather icon, String style, String title, String text) {
        say(icon, style, messages.text(title));
        fill(Look.wrapped(text));
        offer(accent(button(messages.text("audit.export.close"), model::dismiss)));
    }
}
