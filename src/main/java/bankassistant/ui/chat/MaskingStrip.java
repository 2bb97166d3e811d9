package bankassistant.ui.chat;

import bankassistant.ui.shell.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Below what is typed: what of it is hidden, each a button that leaves it readable. Not there when nothing is hidden. */
final class MaskingStrip extends FlowPane {

    private static final int MOST = 8;
    private static final double CHIP_WIDTH = 260;

    private final MaskingViewModel model;
    private final Messages messages;

    MaskingStrip(MaskingViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        getStyleClass().add("masking");
        model.hidden().addListener((ListChangeListener<MaskingViewModel.Hidden>) _ -> show());
        model.readable().addListener((ListChangeListener<String>) _ -> show());
        show();
    }

    private void show() {
        List<Node> parts = new ArrayList<>();
        model.hidden().stream().limit(MOST).map(this::hidden).forEach(parts::add);
        if (model.hidden().size() > MOST) {
            parts.add(new Label(messages.text("masking.more", model.hidden().size() - MOST)));
        }
        model.readable().stream().limit(MOST).map(this::readable).forEach(parts::add);
        if (!model.hidden().isEmpty()) {
            Label lead = new Label(messages.text("masking.hidden"), new FontIcon(Feather.SHIELD));
            lead.getStyleClass().add("masked-note");
            parts.addFirst(lead);
        }
        getChildren().setAll(parts);
        setVisible(!parts.isEmpty());
        setManaged(!parts.isEmpty());
    }

    private Button hidden(MaskingViewModel.Hidden hidden) {
        Button chip = chip(typeName(hidden.type()) + " \u00B7 " + oneLine(hidden.value()), Feather.EYE_OFF);
        chip.setTooltip(new Tooltip(messages.text("masking.hidden.tooltip")));
        chip.setAccessibleText(messages.text("masking.hidden.accessible", typeName(hidden.type()), hidden.value()));
        chip.setOnAction(_ -> model.leaveReadable(hidden));
        return chip;
    }

    private Button readable(String value) {
        Button chip = chip(messages.text("masking.readable", oneLine(value)), Feather.EYE);
        chip.getStyleClass().add("readable");
        chip.setTooltip(new Tooltip(messages.text("masking.readable.tooltip")));
        chip.setAccessibleText(messages.text("masking.readable.accessible", value));
        chip.setOnAction(_ -> model.hide(value));
        return chip;
    }

    private static Button chip(String words, Feather icon) {
        Button chip = new Button(words, new FontIcon(icon));
        chip.setMnemonicParsing(false);
        chip.getStyleClass().add("masking-chip");
        chip.setMaxWidth(CHIP_WIDTH);
        return chip;
    }

    private static String oneLine(String value) {
        return value.strip().replaceAll("\\s+", " ");
    }

    private String typeName(String type) {
        String key = "masking.type." + type.toLowerCase(Locale.ROOT);
        return messages.text(messages.bundle().containsKey(key) ? key : "masking.type.private");
    }
}
