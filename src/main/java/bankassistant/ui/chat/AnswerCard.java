package bankassistant.ui.chat;

import bankassistant.chat.Answer;
import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Problem;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** An answer, from the first sign that it is coming to its last sentence, or why there is none. */
final class AnswerCard extends VBox {

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final Turn turn;
    private final Messages messages;
    private final ChatViewModel model;
    private final HBox status = new HBox();
    private final VBox body = new VBox();
    private final VBox words = new VBox();
    private final VBox options = new VBox();
    private final VBox notes = new VBox();
    private final CopyButton copy;

    AnswerCard(Turn turn, ChatViewModel model, Messages messages) {
        this.turn = turn;
        this.model = model;
        this.messages = messages;
        this.copy = new CopyButton(turn, messages);
        getStyleClass().add("answer");
        status.getStyleClass().add("answer-header");
        HBox.setHgrow(status, Priority.ALWAYS);
        HBox header = new HBox(status, copy);
        header.getStyleClass().add("answer-header");
        body.getStyleClass().add("answer-body");
        body.setFocusTraversable(true);
        body.setAccessibleRole(AccessibleRole.TEXT);
        body.addEventHandler(KeyEvent.KEY_PRESSED, this::copyByKey);
        words.getStyleClass().add("answer-words");
        options.getStyleClass().add("options");
        // one question at a time
        options.disableProperty().bind(model.current().isNotNull());
        body.getChildren().addAll(words, options, notes);
        getChildren().addAll(header, body);

        turn.paragraphs().addListener((ListChangeListener<Paragraph>) _ -> showWords());
        turn.status().subscribe(_ -> showStatus());
        showWords();
    }

    /** Where the keyboard goes to have the answer read out. */
    Node focusTarget() {
        return body;
    }

    private void showWords() {
        List<Paragraph> paragraphs = turn.paragraphs();
        List<Node> views = words.getChildren();
        while (views.size() > paragraphs.size()) {
            views.removeLast();
        }
        for (int i = 0; i < paragraphs.size(); i++) {
            if (i == views.size()) {
                views.add(new ParagraphView(messages, citation -> model.showSource(turn, citation)));
            }
            Paragraph paragraph = paragraphs.get(i);
            ((ParagraphView) views.get(i)).show(turn.reveal(paragraph.text()), paragraph.sources());
        }
        showPresence();
    }

    private void showStatus() {
        switch (turn.status().get()) {
            case WAITING -> status.getChildren().setAll(busy("answer.waiting"));
            case SEARCHING -> status.getChildren().setAll(busy("answer.searching"));
            case WRITING -> status.getChildren().setAll(busy("answer.writing"));
            case ANSWERED -> showKind(turn.answer().get());
            case STOPPED -> {
                status.getChildren().setAll(badge("answer.stopped", "stopped"));
                notes.getChildren().setAll(note(messages.text("answer.stopped.text"), "note"));
            }
            case FAILED -> {
                status.getChildren().setAll(badge("answer.failed", "failed"));
                showProblem(turn.problem().get());
            }
        }
        showPresence();
    }

    private void showKind(Answer answer) {
        String kind = switch (answer) {
            case Answer.Written _ -> "written";
            case Answer.Quoted _ -> "quoted";
            case Answer.HandOver _ -> "handover";
            case Answer.Withheld _ -> "withheld";
            case Answer.OutOfScope _ -> "declined";
            case Answer.Clarify clarify -> clarify.options().isEmpty() ? "reply" : "clarify";
        };
        Label badge = badge("answer.kind." + kind, kind);
        badge.setTooltip(new Tooltip(messages.text("answer.kind." + kind + ".tooltip")));
        status.getChildren().setAll(badge);
        if (!turn.topic().isEmpty()) {
            status.getChildren().add(topic(turn.topic()));
        }
        options.getChildren().setAll(turn.options().stream().map(this::option).toList());
        if (answer instanceof Answer.HandOver handOver) {
            notes.getChildren().setAll(note(handOver.note(), "note-strong"));
        }
        if (answer instanceof Answer.Withheld withheld && !withheld.nearest().isEmpty() && !words.getChildren()
                .isEmpty()) {
            ((ParagraphView) words.getChildren().getLast()).lead(messages.text("answer.nearest"));
        }
    }

    private Label topic(String words) {
        Label topic = new Label(words);
        topic.getStyleClass().add("topic");
        topic.setTooltip(new Tooltip(messages.text("answer.topic.tooltip")));
        return topic;
    }

    private Button option(String question) {
        Button option = new Button(question, new FontIcon(Feather.CORNER_DOWN_RIGHT));
        option.setMnemonicParsing(false);
        option.getStyleClass().addAll("example", "option");
        option.setMaxWidth(Double.MAX_VALUE);
        option.setOnAction(_ -> model.choose(question));
        return option;
    }

    private void showProblem(Problem problem) {
        notes.getChildren().setAll(note(problem.title(), "note-strong"), note(problem.text(), "note"));
        if (!problem.code().isEmpty()) {
            notes.getChildren().add(note(messages.text("answer.code", problem.code()), "note"));
        }
    }

    private void showPresence() {
        boolean hasWords = !words.getChildren().isEmpty();
        boolean hasNotes = !notes.getChildren().isEmpty();
        present(words, hasWords);
        present(notes, hasNotes);
        present(options, !options.getChildren().isEmpty());
        present(body, hasWords || hasNotes);
        present(copy, turn.isOver() && hasWords);
        body.setAccessibleText(spoken());
    }

    private String spoken() {
        String said = ((status.getChildren().isEmpty() ? "" : statusWords()) + ". " + turn.reveal(turn.text()));
        String sources = turn.paragraphs().stream().flatMap(paragraph -> paragraph.sources().stream()).distinct()
                .map(citation -> messages.text("citation.text", citation.policyTitle(), citation.sectionTitle(),
                        citation.version()))
                .collect(Collectors.joining("; "));
        String noted = notes.getChildren().stream().map(node -> ((Label) node).getText())
                .collect(Collectors.joining(". "));
        return said + (noted.isEmpty() ? "" : " " + noted)
                + (sources.isEmpty() ? "" : " " + messages.text("answer.accessible.sources", sources));
    }

    private String statusWords() {
        return status.getChildren().stream().filter(Label.class::isInstance).map(node -> ((Label) node).getText())
                .collect(Collectors.joining(". "));
    }

    private Node[] busy(String key) {
        ProgressIndicator spinner = new ProgressIndicator();
        spinner.getStyleClass().add("spinner");
        Label label = new Label(messages.text(key));
        label.getStyleClass().add("status");
        return new Node[]{spinner, label};
    }

    private Label badge(String key, String styleClass) {
        Label badge = new Label(messages.text(key));
        badge.getStyleClass().addAll("badge", styleClass);
        badge.setMinWidth(Region.USE_PREF_SIZE);
        return badge;
    }

    private static Label note(String text, String styleClass) {
        Label note = new Label(text);
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.getStyleClass().add(styleClass);
        return note;
    }

    private static void present(Node node, boolean present) {
        node.setVisible(present);
        node.setManaged(present);
    }

    private void copyByKey(KeyEvent event) {
        if (COPY.match(event) && copy.isVisible()) {
            copy.copyMasked();
            event.consume();
        }
    }
}
