package bankassistant.ui.chat;

import bankassistant.chat.PastConversation;
import bankassistant.ui.chat.HistoryViewModel.State;
import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Shown;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A person's own earlier conversations, beside the present one: the list, or one of them. */
final class HistoryPane extends VBox {

    private static final double ROW = 60;

    private final HistoryViewModel model;
    private final Messages messages;
    private final DateTimeFormatter time = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH)
            .withZone(ZoneId.systemDefault());
    private final Button back = icon(Feather.ARROW_LEFT);
    private final Label heading = new Label();
    private final ListView<PastConversation> list = new ListView<>();
    private final VBox talk = new VBox();
    private final ScrollPane talkScroll = new ScrollPane(talk);
    private final Label emptyText = wrapped("history-empty");
    private final VBox failure = new VBox();
    private final Label failureTitle = wrapped("history-failure");
    private final Label failureText = wrapped("history-empty");
    private final ProgressIndicator reading = new ProgressIndicator();

    HistoryPane(HistoryViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        getStyleClass().add("history");
        StackPane body = new StackPane(list, talkScroll, emptyText, failure, reading);
        VBox.setVgrow(body, Priority.ALWAYS);
        Label legend = wrapped("source-legend");
        legend.setMaxWidth(Double.MAX_VALUE);
        legend.setText(messages.text("history.legend"));
        getChildren().addAll(header(), body, legend);
        fillList();
        talk.getStyleClass().add("history-talk");
        talkScroll.setFitToWidth(true);
        talkScroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        talkScroll.getStyleClass().add("plain-scroll");
        emptyText.setText(messages.text("history.empty"));
        failure.getStyleClass().add("history-failed");
        Button retry = new Button(messages.text("failure.retry"));
        retry.setMnemonicParsing(true);
        retry.setOnAction(_ -> model.read());
        failure.getChildren().addAll(failureTitle, failureText, retry);
        reading.setMaxSize(24, 24);
        model.state().subscribe(this::show);
    }

    private Node header() {
        heading.getStyleClass().add("source-heading");
        back.setId("history-back");
        back.setOnAction(_ -> model.back());
        words(back, messages.text("history.back"));
        Button close = icon(Feather.X);
        close.setOnAction(_ -> model.close());
        words(close, messages.text("history.close"));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = new HBox(back, heading, space, close);
        header.getStyleClass().add("source-header");
        return header;
    }

    private void fillList() {
        list.setItems(model.conversations());
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new Cell());
        list.getStyleClass().add("edge-to-edge");
        list.setAccessibleText(messages.text("history.title"));
        list.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                openChosen();
            } else if (key.getCode() == KeyCode.ESCAPE) {
                // which the list keeps for itself otherwise
                model.leave();
            }
        });
        list.setOnMouseClicked(_ -> openChosen());
    }

    private void openChosen() {
        PastConversation chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.open(chosen);
        }
    }

    private void show(State state) {
        boolean any = !model.conversations().isEmpty();
        Shown.set(list, state == State.LIST && any);
        emptyText.setVisible(state == State.LIST && !any);
        Shown.set(talkScroll, state == State.CONVERSATION);
        failure.setVisible(state == State.FAILED);
        reading.setVisible(state == State.READING);
        Shown.set(back, state == State.CONVERSATION);
        heading.setText(state == State.CONVERSATION
                ? time.format(model.opened().get().began())
                : messages.text("history.title"));
        if (state == State.CONVERSATION) {
            showTalk(model.opened().get());
        } else {
            talk.getChildren().clear();
            list.getSelectionModel().clearSelection();
        }
        if (state == State.FAILED) {
            failureTitle.setText(model.problem().get().title());
            failureText.setText(model.problem().get().text());
        }
        Platform.runLater(this::focusStart);
    }

    private void showTalk(PastConversation conversation) {
        talk.getChildren().clear();
        for (PastConversation.Turn turn : conversation.turns()) {
            Label question = wrapped("history-question");
            question.setText(turn.question());
            Label answer = wrapped(turn.answer().isPresent() ? "history-answer" : "history-empty");
            answer.setText(turn.answer().orElseGet(() -> messages.text("history.unanswered")));
            VBox both = new VBox(question, answer);
            both.getStyleClass().add("history-turn");
            talk.getChildren().add(both);
        }
        talkScroll.setVvalue(0);
    }

    private void focusStart() {
        switch (model.state().get()) {
            case LIST -> list.requestFocus();
            case CONVERSATION -> back.requestFocus();
            default -> {
                // nothing to press
            }
        }
    }

    private static Button icon(Feather feather) {
        Button button = new Button("", new FontIcon(feather));
        button.getStyleClass().addAll("button-icon", "flat");
        return button;
    }

    private static void words(Button button, String words) {
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
    }

    private static Label wrapped(String styleClass) {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }

    /** The first question, and below it when it was asked and how many followed. */
    private final class Cell extends ListCell<PastConversation> {

        private final Label question = new Label();
        private final Label when = new Label();
        private final VBox both = new VBox(question, when);

        Cell() {
            question.setTextOverrun(OverrunStyle.ELLIPSIS);
            question.getStyleClass().add("history-first");
            when.getStyleClass().add("history-when");
            both.getStyleClass().add("history-cell");
            // the list does not grow sideways with a long question
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(PastConversation conversation, boolean empty) {
            super.updateItem(conversation, empty);
            setGraphic(empty ? null : both);
            if (!empty) {
                question.setText(conversation.turns().getFirst().question().strip().replace('\n', ' '));
                when.setText(messages.text("history.when", began(conversation.began()),
                        conversation.turns().size()));
                setAccessibleText(question.getText() + ". " + when.getText());
            }
        }
    }

    private String began(Instant at) {
        return time.format(at);
    }
}
