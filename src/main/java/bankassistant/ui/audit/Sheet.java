package bankassistant.ui.audit;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** A card above the screen that is dealt with first: a title, words, buttons. The screen below is shut off while it is there. */
abstract class Sheet extends StackPane {

    private final Node below;
    private final Label title = Look.wrapped("", "sheet-title");
    private final VBox body = new VBox();
    private final HBox buttons = new HBox();

    Sheet(Node below) {
        this.below = below;
        getStyleClass().add("scrim");
        title.getStyleClass().add("sheet-title");
        body.getStyleClass().add("sheet-body");
        buttons.getStyleClass().add("sheet-buttons");
        VBox card = new VBox(title, body, buttons);
        card.getStyleClass().add("sheet-card");
        card.setMaxSize(560, Region.USE_PREF_SIZE);
        getChildren().add(card);
        Look.show(this, false);
    }

    /** What Escape does. */
    abstract void escape();

    final boolean isOpen() {
        return isVisible();
    }

    final void closeSheet() {
        below.setDisable(false);
        Look.show(this, false);
    }

    final void say(Ikon icon, String style, String words) {
        FontIcon graphic = new FontIcon(icon);
        graphic.getStyleClass().add(style);
        title.setGraphic(graphic);
        title.setText(words);
    }

    final void fill(Node... content) {
        body.getChildren().setAll(content);
    }

    /** The last one stands out and has the keyboard. */
    final void offer(Button... offered) {
        buttons.getChildren().setAll(offered);
        boolean opened = !isVisible();
        Look.show(this, true);
        below.setDisable(true);
        if (opened || getScene().getFocusOwner() == null || !isInside(getScene().getFocusOwner())) {
            offered[offered.length - 1].requestFocus();
        }
    }

    private boolean isInside(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (up == this) {
                return true;
            }
        }
        return false;
    }

    static Button button(String words, Runnable action) {
        Button button = new Button(words);
        button.setMnemonicParsing(true);
        button.setOnAction(_ -> action.run());
        return button;
    }

    static Button accent(Button button) {
        button.getStyleClass().add("accent");
        return button;
    }
}
