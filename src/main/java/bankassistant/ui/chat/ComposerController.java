package bankassistant.ui.chat;

import bankassistant.ui.shell.Messages;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/** The question box: grows with what is typed, sends with Enter. */
public final class ComposerController {

    private static final int COUNT_FROM = ChatViewModel.MAX_QUESTION - 400;
    private static final int MAX_LINES = 7;
    private static final double HINT_FROM_WIDTH = 480;
    private static final double PADDING = 14;
    private static final double SIDE_PADDING = 20;

    private static final KeyCombination HIDE = new KeyCodeCombination(KeyCode.H, KeyCombination.SHORTCUT_DOWN,
            KeyCombination.SHIFT_DOWN);

    private final ChatViewModel model;
    private final Messages messages;
    private final Text ruler = new Text();

    @FXML
    private VBox box;
    @FXML
    private TextArea question;
    @FXML
    private Label hint;
    @FXML
    private Label counter;
    @FXML
    private Button hide;
    @FXML
    private Button send;
    @FXML
    private Button stop;

    ComposerController(ChatViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        box.getChildren().add(1, new MaskingStrip(model.masking(), messages));
        hide.visibleProperty().bind(Bindings.createBooleanBinding(() -> !question.getSelectedText().isBlank(),
                question.selectedTextProperty()));
        hide.managedProperty().bind(hide.visibleProperty());
        hide.setTooltip(new Tooltip(messages.text("masking.hide.tooltip", HIDE.getDisplayText())));
        question.textProperty().bindBidirectional(model.draft());
        question.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        question.textProperty().subscribe(this::typed);
        question.widthProperty().subscribe(_ -> grow());
        question.fontProperty().subscribe(_ -> grow());
        hint.visibleProperty().bind(box.widthProperty().greaterThan(HINT_FROM_WIDTH));
        hint.managedProperty().bind(hint.visibleProperty());
        send.setMinWidth(Region.USE_PREF_SIZE);
        stop.setMinWidth(Region.USE_PREF_SIZE);
        send.disableProperty().bind(model.askable().not());
        model.current().subscribe(turn -> showBusy(turn != null));
    }

    void focus() {
        question.requestFocus();
    }

    @FXML
    private void send() {
        model.ask();
        focus();
    }

    @FXML
    private void hideSelection() {
        model.masking().hide(question.getSelectedText());
        question.deselect();
        focus();
    }

    @FXML
    private void stop() {
        model.stop();
        focus();
    }

    private void key(KeyEvent event) {
        if (HIDE.match(event)) {
            hideSelection();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            if (event.isShiftDown()) {
                question.replaceSelection("\n");
            } else {
                model.ask();
            }
            event.consume();
        } else if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            question.requestFocusTraversal(
                    event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        }
    }

    private void typed(String text) {
        int length = text.strip().length();
        boolean tooLong = length > ChatViewModel.MAX_QUESTION;
        counter.setText(length < COUNT_FROM
                ? ""
                : messages.text(tooLong ? "composer.too.long" : "composer.counter", length,
                        ChatViewModel.MAX_QUESTION));
        counter.pseudoClassStateChanged(PseudoClass.getPseudoClass("too-long"), tooLong);
        question.setNodeOrientation(TextDirection.of(text));
        grow();
    }

    /** As high as its text, up to some lines. */
    private void grow() {
        ruler.setFont(question.getFont());
        ruler.setText("X");
        double line = ruler.getLayoutBounds().getHeight();
        // measuring more than can be seen costs time with each key
        String text = question.getText();
        ruler.setText(
                text.length() > ChatViewModel.MAX_QUESTION ? text.substring(0, ChatViewModel.MAX_QUESTION) : text);
        ruler.setWrappingWidth(Math.max(1, question.getWidth() - SIDE_PADDING));
        double height = Math.clamp(ruler.getLayoutBounds().getHeight(), line, MAX_LINES * line) + PADDING;
        question.setMinHeight(height);
        question.setPrefHeight(height);
        question.setMaxHeight(height);
    }

    private void showBusy(boolean busy) {
        hint.setText(messages.text(busy ? "composer.hint.answering" : "composer.hint"));
        show(send, !busy);
        show(stop, busy);
    }

    private static void show(Button button, boolean shown) {
        button.setVisible(shown);
        button.setManaged(shown);
    }
}
