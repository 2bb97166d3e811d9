package bankassistant.ui.audit;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One figure with what it is above it and a note below; boxes in a row share its width equally. */
final class SumBox extends VBox {

    SumBox(String heading, String value, String note) {
        super(label(heading, "muted"), label(value, "sum"), label(note, "muted"));
        getStyleClass().add("sum-box");
        setAccessibleText(heading + " " + value + " " + note);
        HBox.setHgrow(this, Priority.ALWAYS);
        setMaxWidth(Double.MAX_VALUE);
        setPrefWidth(1);
    }

    /** A count as it stands in a box, such as "1,000,000". */
    static String number(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }
}
