package bankassistant.ui.chat;

import bankassistant.policy.Section.Span;
import java.util.List;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A text with parts marked as with a felt pen. */
final class HighlightedText extends TextFlow {

    private final Path mark = new Path();
    private List<Span> marked = List.of();

    HighlightedText() {
        mark.setManaged(false);
        mark.getStyleClass().add("mark");
        getStyleClass().add("source-text");
    }

    void show(String text, List<Span> parts) {
        marked = List.copyOf(parts);
        setNodeOrientation(TextDirection.of(text));
        getChildren().setAll(mark, new Text(text));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        mark.getElements().clear();
        for (Span span : marked) {
            mark.getElements().addAll(getRangeShape(span.start(), span.end(), false));
        }
    }
}
