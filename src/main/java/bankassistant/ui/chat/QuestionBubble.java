package bankassistant.ui.chat;

import bankassistant.ui.shell.Messages;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The question as typed, on the right; a long one is folded. */
final class QuestionBubble extends VBox {

    private static final double MAX_WIDTH = 560;
    private static final int FOLDED = 700;

    QuestionBubble(Turn turn, Messages messages) {
        getStyleClass().add("question");
        // as wide as its words, not as the column
        setFillWidth(false);
        getChildren().addAll(bubble(turn.question(), messages), maskedNote(turn, messages));
    }

    private static VBox bubble(String question, Messages messages) {
        Label words = new Label(question);
        words.setWrapText(true);
        words.setNodeOrientation(TextDirection.of(question));
        words.setAccessibleText(messages.text("question.accessible", question));
        VBox bubble = new VBox(words);
        bubble.getStyleClass().add("bubble");
        bubble.setMaxWidth(MAX_WIDTH);
        if (question.length() > FOLDED) {
            bubble.getChildren().add(fold(question, words, messages));
        }
        return bubble;
    }

    private static Hyperlink fold(String question, Label words, Messages messages) {
        String folded = question.substring(0, question.offsetByCodePoints(0, question.codePointCount(0, FOLDED)));
        Hyperlink more = new Hyperlink();
        more.setFocusTraversable(true);
        Runnable close = () -> {
            words.setText(folded.strip() + "…");
            more.setText(messages.text("question.more"));
        };
        Runnable open = () -> {
            words.setText(question);
            more.setText(messages.text("question.less"));
        };
        close.run();
        more.setOnAction(_ -> {
            more.setVisited(false);
            (words.getText().equals(question) ? close : open).run();
        });
        return more;
    }

    private static Label maskedNote(Turn turn, Messages messages) {
        Label note = new Label();
        note.getStyleClass().add("masked-note");
        note.setGraphic(new FontIcon(Feather.SHIELD));
        note.textProperty().bind(Bindings.createStringBinding(() -> messages.text("question.masked",
                turn.masked().get()), turn.masked()));
        note.visibleProperty().bind(turn.masked().greaterThan(0));
        note.managedProperty().bind(note.visibleProperty());
        return note;
    }
}
