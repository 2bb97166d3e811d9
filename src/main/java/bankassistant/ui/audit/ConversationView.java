package bankassistant.ui.audit;

import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import bankassistant.ui.shell.Messages;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Questions and answers as the teller saw them, with personal data masked. */
final class ConversationView extends VBox {

    private final Messages messages;
    private final RecordWords words;

    ConversationView(Messages messages, RecordWords words) {
        this.messages = messages;
        this.words = words;
        getStyleClass().add("talk");
    }

    /** Shows the turn that the record is part of; the others on request. */
    void show(RecordDetail detail) {
        List<RecordDetail.Turn> own = detail.turn().map(List::of).orElse(detail.conversation());
        show(detail, own, own.size() < detail.conversation().size());
    }

    private void show(RecordDetail detail, List<RecordDetail.Turn> turns, boolean less) {
        getChildren().clear();
        turns.forEach(turn -> add(detail, turn, turns.size() > 1));
        if (!less && detail.cut()) {
            getChildren().add(Look.wrapped(messages.text("audit.detail.conversation.cut"), "muted"));
        }
        if (detail.conversation().size() > 1) {
            Hyperlink other = new Hyperlink(less
                    ? messages.text("audit.detail.conversation.all", detail.conversation().size())
                    : messages.text("audit.detail.conversation.one"));
            other.setOnAction(_ -> {
                if (less) {
                    show(detail, detail.conversation(), false);
                } else {
                    show(detail);
                }
                getChildren().getLast().requestFocus();
            });
            getChildren().add(other);
        }
    }

    private void add(RecordDetail detail, RecordDetail.Turn turn, boolean mark) {
        Entry.Question question = (Entry.Question) turn.question().entry();
        VBox shown = new VBox(speaker(messages.text("audit.detail.asked"),
                turn.question()), bubble(question.text(), "asked"));
        turn.answer().ifPresentOrElse(record -> {
            Entry.Answer answer = (Entry.Answer) record.entry();
            shown.getChildren().addAll(
                    speaker(messages.text("audit.detail.answered") + " \u00b7 " + words.form(answer), record));
            if (!answer.text().isEmpty()) {
                shown.getChildren().add(bubble(answer.text(), "answered"));
            }
        }, () -> shown.getChildren().add(Look.wrapped(messages.text("audit.detail.unanswered"), "muted")));
        shown.getStyleClass().add("turn");
        if (mark && turn.holds(detail.record())) {
            shown.getStyleClass().add("own");
        }
        getChildren().add(shown);
    }

    private Label speaker(String who, AuditRecord record) {
        return Look.wrapped(who + " \u00b7 " + words.clock(record.time()), "speaker");
    }

    private static Label bubble(String text, String style) {
        Label label = Look.wrapped(text, "bubble", style);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }
}
