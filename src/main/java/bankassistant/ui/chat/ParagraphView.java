package bankassistant.ui.chat;

import bankassistant.chat.Citation;
import bankassistant.ui.shell.Messages;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Sentences with the sources they stand on below them. */
final class ParagraphView extends VBox {

    private final Label words = new Label();
    private final FlowPane chips = new FlowPane();
    private final Messages messages;
    private final Consumer<Citation> open;
    private List<Citation> sources = List.of();

    ParagraphView(Messages messages, Consumer<Citation> open) {
        this.messages = messages;
        this.open = open;
        getStyleClass().add("paragraph");
        words.setWrapText(true);
        words.getStyleClass().add("words");
        words.setMinHeight(USE_PREF_SIZE);
        chips.getStyleClass().add("chips");
        chips.managedProperty().bind(chips.visibleProperty());
        chips.setVisible(false);
        // a narrow window shortens the chips
        chips.setMinWidth(0);
        getChildren().addAll(words, chips);
    }

    /** @param text with placeholders filled in */
    void show(String text, List<Citation> shownSources) {
        words.setText(text);
        words.setNodeOrientation(TextDirection.of(text));
        if (!sources.equals(shownSources)) {
            sources = shownSources;
            chips.getChildren().setAll(sources.stream().map(this::chip).toList());
            chips.setVisible(!sources.isEmpty());
        }
    }

    /** Words above the sources, such as that they are only near. */
    void lead(String lead) {
        Label label = new Label(lead);
        label.getStyleClass().add("nearest");
        getChildren().setAll(words, label, chips);
    }

    private CitationChip chip(Citation citation) {
        CitationChip chip = new CitationChip(citation, messages, () -> open.accept(citation));
        chip.maxWidthProperty().bind(widthProperty());
        return chip;
    }
}
