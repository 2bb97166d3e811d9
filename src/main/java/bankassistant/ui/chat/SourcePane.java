package bankassistant.ui.chat;

import bankassistant.chat.Citation;
import bankassistant.ui.shell.Messages;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The section behind an answer, beside the conversation, with the quoted words marked. */
final class SourcePane extends VBox {

    private final Messages messages;
    private final Button close = new Button();
    private final Label section = wrapped("source-section");
    private final Label policy = wrapped("source-policy");
    private final Label version = wrapped("source-version");
    private final HighlightedText text = new HighlightedText();

    SourcePane(Messages messages, Runnable hide) {
        this.messages = messages;
        getStyleClass().add("source");
        Label heading = new Label(messages.text("source.heading"));
        heading.getStyleClass().add("source-heading");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        close.setGraphic(new FontIcon(Feather.X));
        close.setAccessibleText(messages.text("source.close"));
        close.setTooltip(new Tooltip(messages.text("source.close")));
        close.getStyleClass().addAll("button-icon", "flat");
        close.setOnAction(_ -> hide.run());
        HBox header = new HBox(heading, space, close);
        header.getStyleClass().add("source-header");
        VBox names = new VBox(section, policy, version);
        names.getStyleClass().add("source-names");
        text.setFocusTraversable(true);
        text.setAccessibleRole(AccessibleRole.TEXT);
        ScrollPane scroll = new ScrollPane(text);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Label legend = wrapped("source-legend");
        legend.setMaxWidth(Double.MAX_VALUE);
        legend.setText(messages.text("source.legend"));
        getChildren().addAll(header, names, scroll, legend);
    }

    void show(Source source) {
        Citation citation = source.citation();
        section.setText(citation.sectionTitle());
        policy.setText(citation.policyTitle());
        version.setText(messages.text("source.version", citation.version()));
        text.show(source.text(), source.quoted());
        text.setAccessibleText(messages.text("source.accessible", citation.policyTitle(), citation.sectionTitle(),
                citation.version(), citation.quote()));
    }

    void focusStart() {
        close.requestFocus();
    }

    private static Label wrapped(String styleClass) {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
