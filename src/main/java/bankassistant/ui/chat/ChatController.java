package bankassistant.ui.chat;

import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the screen shows in which state, and where the keyboard goes. */
public final class ChatController {

    private static final int EXAMPLES = 4;
    private static final int EXAMPLE_COLUMNS = 2;
    private static final double SOURCE_MIN = 300;
    private static final double SOURCE_MAX = 400;
    private static final double SOURCE_SHARE = 0.36;

    private final ChatViewModel model;
    private final Messages messages;
    private final ConversationPane conversation;
    private final SourcePane sourcePane;
    private final Optional<HistoryViewModel> history;

    @FXML
    private BorderPane root;
    @FXML
    private StackPane middle;
    @FXML
    private ScrollPane emptyPane;
    @FXML
    private GridPane examples;
    @FXML
    private StackPane failurePane;
    @FXML
    private Label failureTitle;
    @FXML
    private Label failureText;
    @FXML
    private Label failureKept;
    @FXML
    private Button failureCode;
    @FXML
    private HBox startingPane;
    @FXML
    private Label startingTitle;
    @FXML
    private ComposerController composerController;

    /** @param history empty for those who may not see one */
    ChatController(ChatViewModel model, Optional<HistoryViewModel> history, Messages messages) {
        this.model = model;
        this.history = history;
        this.messages = messages;
        this.conversation = new ConversationPane(model, messages);
        this.sourcePane = new SourcePane(messages, this::hideSource);
    }

    @FXML
    private void initialize() {
        middle.getChildren().addFirst(conversation);
        fillExamples();
        failureCode.setGraphic(new FontIcon(Feather.COPY));
        sourcePane.prefWidthProperty().bind(root.widthProperty()
                .map(width -> Math.clamp(width.doubleValue() * SOURCE_SHARE, SOURCE_MIN, SOURCE_MAX)));
        model.state().subscribe(_ -> showState());
        model.turns().addListener((ListChangeListener<Turn>) _ -> showState());
        model.progress().subscribe(this::showProgress);
        model.source().subscribe(this::showSource);
        history.ifPresent(this::addHistory);
    }

    private void addHistory(HistoryViewModel past) {
        HistoryPane pane = new HistoryPane(past, messages);
        past.state().subscribe((before, now) -> {
            boolean closing = now == HistoryViewModel.State.CLOSED;
            root.setLeft(closing ? null : pane);
            if (closing && before != now && root.getScene() != null) {
                focusQuestion();
            }
        });
    }

    void toggleHistory() {
        history.ifPresent(HistoryViewModel::toggle);
    }

    void focusQuestion() {
        composerController.focus();
    }

    void focusLatestAnswer() {
        conversation.focusLatestAnswer();
    }

    /** Question, conversation, source, and round again. */
    void focusNextPane() {
        Node owner = root.getScene().getFocusOwner();
        if (isInside(owner, conversation) && model.source().get() != null) {
            sourcePane.focusStart();
        } else if (isInside(owner, conversation) || isInside(owner, sourcePane) || model.turns().isEmpty()) {
            focusQuestion();
        } else {
            focusLatestAnswer();
        }
    }

    /** Stops the answer on its way; with none, closes the source. */
    void escape() {
        if (model.current().get() != null) {
            model.stop();
        } else if (model.source().get() != null) {
            hideSource();
        } else {
            history.filter(past -> past.state().get() != HistoryViewModel.State.CLOSED)
                    .ifPresent(HistoryViewModel::leave);
        }
    }

    void newConversation() {
        model.newConversation();
        focusQuestion();
    }

    @FXML
    private void retry() {
        model.start();
        focusQuestion();
    }

    @FXML
    private void copyCode() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.problem().get().code());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void fillExamples() {
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(100.0 / EXAMPLE_COLUMNS);
        half.setHgrow(Priority.ALWAYS);
        examples.getColumnConstraints().setAll(List.of(half, half));
        IntStream.range(0, EXAMPLES).forEach(
                i -> examples.add(example(messages.text("empty.example." + (i + 1))), i % EXAMPLE_COLUMNS,
                        i / EXAMPLE_COLUMNS));
    }

    private Button example(String question) {
        Button example = new Button(question, new FontIcon(Feather.HELP_CIRCLE));
        example.setMnemonicParsing(false);
        example.getStyleClass().add("example");
        example.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        example.setOnAction(_ -> {
            model.draft().set(question);
            model.ask();
            focusQuestion();
        });
        return example;
    }

    private void showState() {
        boolean failed = model.state().get() == ChatViewModel.State.FAILED;
        boolean empty = model.turns().isEmpty();
        if (failed) {
            showFailure(model.problem().get(), empty);
        }
        failurePane.setVisible(failed);
        emptyPane.setVisible(!failed && empty);
        conversation.setVisible(!failed && !empty);
        boolean starting = model.state().get() == ChatViewModel.State.STARTING;
        startingPane.setVisible(starting);
        startingPane.setManaged(starting);
    }

    private void showFailure(Problem problem, boolean nothingAsked) {
        failureTitle.setText(problem.title());
        failureText.setText(problem.text());
        failureKept.setVisible(!nothingAsked);
        failureKept.setManaged(!nothingAsked);
        failureCode.setVisible(!problem.code().isEmpty());
        failureCode.setManaged(failureCode.isVisible());
        failureCode.setText(messages.text("failure.code", problem.code()));
        failureCode.setAccessibleText(messages.text("failure.code.copy") + " " + problem.code());
    }

    private void showProgress(String words) {
        startingTitle.setText(words.isBlank()
                ? messages.text("starting.title")
                : messages.text("starting.title") + " " + words);
    }

    private void showSource(Source source) {
        if (source == null) {
            root.setRight(null);
        } else {
            sourcePane.show(source);
            root.setRight(sourcePane);
        }
    }

    private void hideSource() {
        boolean focused = isInside(root.getScene().getFocusOwner(), sourcePane);
        model.hideSource();
        if (focused) {
            focusQuestion();
        }
    }

    private static boolean isInside(Node node, Node parent) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (up == parent) {
                return true;
            }
        }
        return false;
    }
}
