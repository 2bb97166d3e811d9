package bankassistant.ui.chat;

import bankassistant.ui.shell.Messages;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Copies an answer: with placeholders, or from its menu with the personal data. */
final class CopyButton extends SplitMenuButton {

    private final Messages messages;
    private final Turn turn;
    private final PauseTransition done = new PauseTransition(Duration.seconds(1.5));

    CopyButton(Turn turn, Messages messages) {
        this.turn = turn;
        this.messages = messages;
        getStyleClass().addAll("flat", "copy");
        MenuItem masked = new MenuItem(messages.text("answer.copy.masked"));
        masked.setOnAction(_ -> copyMasked());
        MenuItem revealed = new MenuItem(messages.text("answer.copy.revealed"));
        revealed.setOnAction(_ -> copy(() -> turn.reveal(turn.copyText())));
        getItems().setAll(masked, revealed);
        setOnAction(_ -> copyMasked());
        setOnShowing(_ -> revealed.setDisable(turn.reveal(turn.copyText()).equals(turn.copyText())));
        done.setOnFinished(_ -> idle());
        idle();
    }

    void copyMasked() {
        copy(turn::copyText);
    }

    private void copy(Supplier<String> text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text.get());
        Clipboard.getSystemClipboard().setContent(content);
        setText(messages.text("answer.copy.done"));
        setGraphic(new FontIcon(Feather.CHECK));
        done.playFromStart();
    }

    private void idle() {
        setText(messages.text("answer.copy"));
        setGraphic(new FontIcon(Feather.COPY));
    }
}
