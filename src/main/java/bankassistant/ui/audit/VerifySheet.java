package bankassistant.ui.audit;

import bankassistant.audit.Change;
import bankassistant.audit.Finding;
import bankassistant.audit.Verdict;
import bankassistant.ui.audit.VerifyViewModel.State;
import bankassistant.ui.shell.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The verification: how far it is, then the verdict and what it can't promise. */
final class VerifySheet extends Sheet {

    private final VerifyViewModel model;
    private final Messages messages;
    private final RecordWords words;
    private final LongConsumer open;
    private final ProgressBar bar = new ProgressBar();
    private final Label progress = new Label();
    private final Button cancel;

    /** @param open shows a record */
    VerifySheet(Node below, VerifyViewModel model, Messages messages, RecordWords words,
            LongConsumer open) {
        super(below);
        this.model = model;
        this.messages = messages;
        this.words = words;
        this.open = open;
        bar.setMaxWidth(Double.MAX_VALUE);
        progress.getStyleClass().add("muted");
        cancel = button(messages.text("audit.verify.cancel"), model::cancel);
        model.state().subscribe(this::show);
    }

    @Override
    void escape() {
        if (model.state().get() instanceof State.Running) {
            model.cancel();
        } else {
            model.dismiss();
        }
    }

    private void show(State state) {
        switch (state) {
            case State.Idle _ -> closeSheet();
            case State.Running running -> show(running);
            case State.Cancelled _ -> {
                say(Feather.SLASH, "open", messages.text("audit.verify.cancelled.title"));
                fill(Look.wrapped(messages.text("audit.verify.cancelled.text")));
                offer(again(), close());
            }
            case State.Failed failed -> {
                say(Feather.ALERT_TRIANGLE, "bad", failed.problem().title());
                fill(Look.wrapped(failed.problem().text()),
                        Look.wrapped(messages.text("failure.code", failed.problem().code()), "muted"));
                offer(again(), close());
            }
            case State.Done done ->
                done.verdict().finding().ifPresentOrElse(finding -> altered(finding, done.verdict()),
                        () -> unaltered(done.verdict()));
        }
    }

    private void show(State.Running running) {
        boolean begins = running.total() == 0;
        bar.setProgress(begins ? ProgressBar.INDETERMINATE_PROGRESS : running.checked() / (double) running.total());
        progress.setText(begins
                ? messages.text("audit.verify.starting")
                : messages.text("audit.verify.progress", running.checked(), running.total()));
        if (begins || !isOpen()) {
            say(Feather.SHIELD, "open", messages.text("audit.verify.title"));
            fill(Look.wrapped(messages.text("audit.verify.running")), bar, progress);
            offer(cancel);
        }
    }

    private void unaltered(Verdict verdict) {
        say(Feather.CHECK_CIRCLE, "good", messages.text("audit.verify.good.title"));
        List<Node> told = new ArrayList<>();
        told.add(Look.wrapped(messages.text("audit.verify.good.text", verdict.records()), "verdict"));
        verdict.restored().forEach(loss -> told.add(Look.wrapped(messages.text("audit.verify.given-up",
                words.time(loss.time()), loss.records(), loss.first(), loss.last(),
                String.join(" and ", loss.agreedBy())), "given-up")));
        told.addAll(List.of(compared(verdict), limits(verdict), root(verdict)));
        fill(told.toArray(Node[]::new));
        offer(accent(close()));
    }

    private void altered(Finding finding, Verdict verdict) {
        // the records are as they were; what is gone lay beside them
        String what = finding.change() == Change.COPIES ? "audit.verify.copies" : "audit.verify.bad";
        say(Feather.ALERT_OCTAGON, "bad", messages.text(what + ".title"));
        String place = finding.first() < 0
                ? ""
                : " " + (finding.first() == finding.last()
                        ? messages.text("audit.verify.bad.one", finding.first())
                        : messages.text("audit.verify.bad.range", finding.first(), finding.last()));
        fill(Look.wrapped(messages.text("audit.verify.bad.change", finding.change().words()) + place, "verdict", "bad"),
                Look.wrapped(finding.words()), Look.wrapped(messages.text(what + ".do"), "strong"),
                compared(verdict));
        long near = switch (finding.change()) {
            // what is gone can't be shown, but what stands before it
            case DELETION, TRUNCATION, ROLLBACK -> finding.first() - 1;
            default -> finding.first();
        };
        if (near < 0) {
            offer(accent(close()));
        } else {
            offer(button(messages.text("audit.verify.show", near), () -> {
                model.dismiss();
                open.accept(near);
            }), accent(close()));
        }
    }

    private Node compared(Verdict verdict) {
        return Look.wrapped(messages.text("audit.verify.compared", verdict.internal(), verdict.external()), "muted");
    }

    private Node limits(Verdict verdict) {
        VBox box = new VBox(Look.wrapped(messages.text("audit.verify.limits"), "strong"),
                Look.wrapped(verdict.reach() == 0
                        ? messages.text("audit.verify.limits.none")
                        : messages.text("audit.verify.limits.reach", verdict.reach(),
                                verdict.records() - verdict.reach())));
        box.getStyleClass().add("limits");
        return box;
    }

    private Node root(Verdict verdict) {
        VBox box = new VBox(Look.wrapped(messages.text("audit.verify.root"), "muted"),
                Look.wrapped(verdict.root().hex(), "mono"));
        box.getStyleClass().add("hash-box");
        return box;
    }

    private Button again() {
        return button(messages.text("audit.verify.again"), model::start);
    }

    private Button close() {
        return button(messages.text("audit.verify.close"), model::dismiss);
    }
}
