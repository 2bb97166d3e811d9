package bankassistant.ui.chat;

import bankassistant.chat.Citation;
import bankassistant.ui.shell.Messages;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A source under a sentence; opens the policy's text. */
final class CitationChip extends Button {

    CitationChip(Citation citation, Messages messages, Runnable open) {
        String words = messages.text("citation.text", citation.policyTitle(), citation.sectionTitle(),
                citation.version());
        setText(words);
        setMnemonicParsing(false);
        setMinWidth(0);
        setGraphic(new FontIcon(Feather.BOOK_OPEN));
        setTooltip(new Tooltip(words));
        setAccessibleText(messages.text("citation.accessible", citation.policyTitle(), citation.sectionTitle(),
                citation.version()));
        getStyleClass().add("citation");
        setOnAction(_ -> open.run());
    }
}
