package bankassistant.ui.audit;

import bankassistant.ui.shell.Messages;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A section that an answer stood on, with its text as it was then where that is at hand. */
final class SourceView extends VBox {

    private static final int DIGITS_SHOWN = 16;

    SourceView(RecordDetail.SourceText source, Messages messages) {
        getStyleClass().add("source-card");
        getChildren().addAll(Look.wrapped(source.sectionTitle(), "strong"),
                Look.wrapped(messages.text("audit.detail.source.version", source.policyTitle(),
                        source.source().version()), "muted"));
        source.text().ifPresentOrElse(text -> addText(text, messages), () -> addNotice(source, messages));
    }

    private void addText(String text, Messages messages) {
        Label words = Look.wrapped(text, "policy-text");
        Label exact = Look.wrapped(messages.text("audit.detail.source.exact"), "muted");
        exact.setGraphic(new FontIcon(Feather.CHECK));
        Hyperlink toggle = new Hyperlink(messages.text("audit.detail.source.show"));
        Look.show(words, false);
        Look.show(exact, false);
        toggle.setOnAction(_ -> {
            boolean shown = !words.isVisible();
            Look.show(words, shown);
            Look.show(exact, shown);
            toggle.setText(messages.text(shown ? "audit.detail.source.hide" : "audit.detail.source.show"));
            toggle.setVisited(false);
        });
        getChildren().addAll(words, exact, toggle);
    }

    private void addNotice(RecordDetail.SourceText source, Messages messages) {
        String hash = source.source().sha256();
        Label gone = Look.wrapped(messages.text("audit.detail.source.gone",
                hash.substring(0, Math.min(DIGITS_SHOWN, hash.length())) + "\u2026"), "notice");
        gone.setGraphic(new FontIcon(Feather.ARCHIVE));
        getChildren().add(gone);
    }
}
