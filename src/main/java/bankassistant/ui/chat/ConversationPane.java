package bankassistant.ui.chat;

import bankassistant.ui.shell.Messages;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The questions and answers, the newest at the bottom and in sight unless the person has scrolled up. Not virtualised:
 * cells of changing height make a virtual list jump. Instead only the newest turns are in the scene until more are asked
 * for.
 */
final class ConversationPane extends StackPane {

    private static final double COLUMN = 760;
    private static final double PADDING = 48;
    private static final int STEP = 40;
    private static final double NEAR_BOTTOM = 32;

    private final ChatViewModel model;
    private final Messages messages;
    private final VBox column = new VBox();
    private final ScrollPane scroll = new ScrollPane();
    private final Button earlier = new Button();
    private final Button latest = new Button();
    private int capacity = STEP;
    private boolean following = true;
    private double knownHeight;

    ConversationPane(ChatViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        column.getStyleClass().add("turns");
        column.setMaxWidth(COLUMN + PADDING);
        StackPane centred = new StackPane(column);
        centred.setAlignment(Pos.TOP_CENTER);
        scroll.setContent(centred);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        scroll.setId("conversation");
        scroll.setAccessibleText(messages.text("chat.conversation.accessible"));
        earlier.setText(messages.text("chat.earlier"));
        earlier.getStyleClass().addAll("flat", "earlier");
        earlier.setOnAction(_ -> showEarlier());
        latest.setGraphic(new FontIcon(Feather.ARROW_DOWN));
        latest.setAccessibleText(messages.text("chat.latest"));
        latest.setTooltip(new Tooltip(messages.text("chat.latest")));
        latest.getStyleClass().addAll("button-icon", "latest");
        latest.setOnAction(_ -> follow());
        latest.setVisible(false);
        StackPane.setAlignment(latest, Pos.BOTTOM_CENTER);
        getChildren().addAll(scroll, latest);

        // in line with the question box, whether a scroll bar takes room or not
        column.translateXProperty().bind(Bindings.createDoubleBinding(
                this::shift, scroll.widthProperty(), scroll.viewportBoundsProperty()));
        model.turns().addListener(this::turnsChanged);
        centred.heightProperty().addListener((_, _, height) -> contentGrew(height.doubleValue()));
        scroll.viewportBoundsProperty().addListener(_ -> keepBottom());
        scroll.vvalueProperty().addListener(_ -> scrolled());
    }

    /** Moves the keyboard to the newest answer, so that a screen reader reads it. */
    void focusLatestAnswer() {
        latestAnswer().ifPresent(answer -> {
            follow();
            answer.focusTarget().requestFocus();
        });
    }

    private Optional<AnswerCard> latestAnswer() {
        if (column.getChildren().isEmpty()) {
            return Optional.empty();
        }
        return ((VBox) column.getChildren().getLast()).getChildren().stream().filter(AnswerCard.class::isInstance)
                .map(AnswerCard.class::cast).findFirst();
    }

    private void turnsChanged(ListChangeListener.Change<? extends Turn> change) {
        if (model.turns().isEmpty()) {
            capacity = STEP;
            column.getChildren().clear();
            return;
        }
        while (change.next()) {
            change.getAddedSubList().forEach(turn -> column.getChildren().add(view(turn)));
        }
        trim();
        follow();
    }

    private double shift() {
        double viewport = scroll.getViewportBounds().getWidth();
        double margin = Math.max(0, viewport - column.getMaxWidth()) / 2;
        return Math.min(margin, (scroll.getWidth() - viewport) / 2);
    }

    private VBox view(Turn turn) {
        VBox view = new VBox(new QuestionBubble(turn, messages),
                new AnswerCard(turn, model, messages));
        view.getStyleClass().add("turn");
        return view;
    }

    /** Takes the oldest turns out of the scene; the button brings them back. */
    private void trim() {
        List<Node> shown = column.getChildren();
        shown.remove(earlier);
        if (shown.size() > capacity) {
            shown.subList(0, shown.size() - capacity).clear();
        }
        if (shown.size() < model.turns().size()) {
            shown.addFirst(earlier);
        }
    }

    private void showEarlier() {
        following = false;
        List<Node> shown = column.getChildren();
        shown.remove(earlier);
        int first = model.turns().size() - shown.size();
        capacity += STEP;
        int from = Math.max(0, model.turns().size() - capacity);
        shown.addAll(0, model.turns().subList(from, first).stream().map(this::view).toList());
        trim();
    }

    private void follow() {
        following = true;
        latest.setVisible(false);
        keepBottom();
        // once more when what was just added has its height
        Platform.runLater(this::keepBottom);
    }

    private void contentGrew(double height) {
        knownHeight = height;
        keepBottom();
    }

    private void keepBottom() {
        if (following) {
            scroll.setVvalue(scroll.getVmax());
        }
    }

    /** Only the person moves the view while the content keeps its height. */
    private void scrolled() {
        double height = scroll.getContent().getLayoutBounds().getHeight();
        if (height == knownHeight) {
            double hidden = height - scroll.getViewportBounds().getHeight();
            following = hidden <= 0 || (1 - scroll.getVvalue()) * hidden < NEAR_BOTTOM;
            latest.setVisible(!following);
        }
    }
}
