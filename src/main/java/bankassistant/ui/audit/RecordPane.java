package bankassistant.ui.audit;

import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import bankassistant.audit.record.Facts;
import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A record beside the table: what was said, what it stood on, how it was checked, and the evidence that it is unaltered. */
final class RecordPane extends VBox {

    private static final double NAME_WIDTH = 112;
    private static final List<String> STAGES = List.of("mask", "understand", "find", "first_token", "write", "check",
            "record", "total");
    private static final double MICROSECONDS = 1e3;

    private final Messages messages;
    private final RecordWords words;
    private final Button close = new Button();
    private final Label kind = new Label();
    private final Label number = Look.wrapped("", "muted");
    private final Label who = Look.wrapped("", "muted");
    private final Label proofTitle = new Label();
    private final Label proofText = Look.wrapped("", "proof-text");
    private final VBox proof = new VBox(proofTitle, proofText);
    private final VBox sections = new VBox();
    private final ScrollPane scroll = new ScrollPane(sections);

    RecordPane(Messages messages, RecordWords words, Runnable hide) {
        this.messages = messages;
        this.words = words;
        getStyleClass().add("record-pane");
        kind.getStyleClass().add("record-kind");
        proof.getStyleClass().add("proof-box");
        proofTitle.getStyleClass().add("strong");
        sections.getStyleClass().add("sections");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        close.setGraphic(new FontIcon(Feather.X));
        close.setAccessibleText(messages.text("audit.detail.close"));
        close.setTooltip(new Tooltip(messages.text("audit.detail.close")));
        close.getStyleClass().addAll("button-icon", "flat");
        close.setOnAction(_ -> hide.run());
        HBox header = new HBox(kind, space, close);
        header.getStyleClass().add("record-header");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(new VBox(header, number, who), proof, scroll);
    }

    void focusStart() {
        close.requestFocus();
    }

    void show(RecordDetail detail) {
        AuditRecord record = detail.record();
        kind.setText(words.kind(record.kind()));
        kind.setGraphic(Look.kind(record.kind()));
        number.setText(messages.text("audit.detail.record", record.sequence()) + " \u00b7 "
                + words.time(record.time()));
        who.setText(record.who().map(user -> messages.text("audit.detail.who", user.user(),
                words.role(user.role()), record.workstation())).orElse(words.user(record)));
        show(detail.proof());
        sections.getChildren().setAll(Stream.of(conversation(detail), sources(detail), act(detail), meaning(detail),
                checks(detail), timings(detail), evidence(detail)).flatMap(Optional::stream).toList());
        scroll.setVvalue(0);
    }

    /** Instead of a record that can't be opened. */
    void show(Problem problem) {
        kind.setText(problem.title());
        kind.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
        number.setText(problem.text());
        who.setText(problem.code().isEmpty() ? "" : messages.text("failure.code", problem.code()));
        Look.show(proof, false);
        sections.getChildren().clear();
    }

    private void show(Proof known) {
        Look.show(proof, true);
        proof.getStyleClass().setAll("proof-box", Look.style(known.standing()));
        proofTitle.setText(messages.text(known.standing().key()));
        proofTitle.setGraphic(Look.proof(known.standing()));
        String time = known.checkpoint().map(words::time).orElse("");
        proofText.setText(switch (known.standing()) {
            case PROVEN -> messages.text("audit.proof.proven.text", known.size(), time);
            case NOT_YET_SIGNED -> known.checkpoint().isEmpty()
                    ? messages.text("audit.proof.not_yet_signed.none")
                    : messages.text("audit.proof.not_yet_signed.text", known.size(), time);
            case BROKEN -> messages.text("audit.proof.broken.text", known.size(), time);
        });
    }

    private Optional<Node> conversation(RecordDetail detail) {
        if (detail.conversation().isEmpty()) {
            return Optional.empty();
        }
        ConversationView view = new ConversationView(messages, words);
        view.show(detail);
        return Optional.of(section("conversation", view));
    }

    private Optional<Node> sources(RecordDetail detail) {
        List<RecordDetail.SourceText> own = detail.ownSources();
        return own.isEmpty()
                ? Optional.empty()
                : Optional.of(section("sources", own.stream().map(source -> new SourceView(source, messages))
                        .toArray(Node[]::new)));
    }

    /** What an act says that is neither question nor answer. */
    private Optional<Node> act(RecordDetail detail) {
        Entry entry = detail.record().entry();
        if (entry instanceof Entry.Question || entry instanceof Entry.Answer) {
            return Optional.empty();
        }
        Map<String, String> facts = new LinkedHashMap<>();
        detail.record().happened().ifPresent(time -> facts.put(messages.text("audit.detail.happened"),
                messages.text("audit.detail.happened.later", words.time(time))));
        facts.putAll(words.facts(detail.record()));
        return Optional.of(section("what", facts.isEmpty()
                ? Look.wrapped(messages.text("audit.detail.none"), "muted")
                : table(facts.entrySet().stream().map(fact -> new Fact(fact.getKey(), value(fact.getValue())))
                        .toList())));
    }

    private Optional<Node> meaning(RecordDetail detail) {
        List<Fact> facts = new ArrayList<>();
        Facts.meaning(detail.record().entry()).ifPresent(meaning -> {
            meaning.intent().ifPresent(intent -> facts.add(fact("intent", messages.text("audit.detail.intent.sure",
                    words.intent(intent), RecordWords.percent(meaning)))));
            facts.add(fact("scope", words.scope(meaning)));
        });
        detail.turn().map(turn -> (Entry.Question) turn.question().entry()).map(Entry.Question::pii)
                .filter(pii -> !pii.isEmpty())
                .ifPresent(pii -> facts.add(fact("pii", pii.entrySet().stream()
                        .map(type -> words.pii(type.getKey()) + " \u00d7 " + type.getValue())
                        .collect(Collectors.joining("\n")))));
        return facts.isEmpty() ? Optional.empty() : Optional.of(section("understood", table(facts)));
    }

    private Optional<Node> checks(RecordDetail detail) {
        return detail.answer().flatMap(Entry.Answer::checks).map(checks -> section("checks", lines(checks)));
    }

    private Node[] lines(Entry.Checks checks) {
        if (!checks.written()) {
            return new Node[]{Look.wrapped(messages.text("audit.detail.checks.none"), "muted")};
        }
        List<Node> lines = new ArrayList<>();
        lines.add(checks.invented().isEmpty()
                ? line(true, messages.text("audit.detail.checks.passed"))
                : line(false, messages.text("audit.detail.checks.invented", String.join(", ", checks.invented()))));
        lines.add(line(checks.figuresCarried(), messages.text(
                checks.figuresCarried() ? "audit.detail.checks.carried" : "audit.detail.checks.dropped")));
        if (!checks.faults().isEmpty()) {
            lines.add(line(false, messages.text("audit.detail.checks.fault",
                    checks.faults().stream().map(words::pii).collect(Collectors.joining(", ")))));
        }
        return lines.toArray(Node[]::new);
    }

    private static Label line(boolean good, String text) {
        Label line = Look.wrapped(text, "check-line");
        FontIcon icon = new FontIcon(good ? Feather.CHECK : Feather.X);
        icon.getStyleClass().add(good ? "good" : "bad");
        line.setGraphic(icon);
        return line;
    }

    private Optional<Node> timings(RecordDetail detail) {
        return detail.answer().map(Entry.Answer::timingsUs).filter(timings -> !timings.isEmpty())
                .map(timings -> section("timings", bars(timings)));
    }

    private GridPane bars(Map<String, Long> timings) {
        GridPane grid = grid();
        double longest = timings.values().stream().mapToLong(Long::longValue).max().orElse(1);
        int row = 0;
        for (String stage : STAGES) {
            if (timings.containsKey(stage)) {
                long microseconds = timings.get(stage);
                ProgressBar bar = new ProgressBar(microseconds / Math.max(1, longest));
                bar.setMaxWidth(Double.MAX_VALUE);
                bar.setFocusTraversable(false);
                bar.getStyleClass().add("small");
                GridPane.setHgrow(bar, Priority.ALWAYS);
                Label time = new Label(messages.text("audit.detail.timings.ms",
                        Math.round(microseconds / MICROSECONDS)));
                time.getStyleClass().add("figure");
                time.setMinWidth(Region.USE_PREF_SIZE);
                grid.addRow(row++, name(words.stage(stage)), bar, time);
            }
        }
        return grid;
    }

    private Optional<Node> evidence(RecordDetail detail) {
        AuditRecord record = detail.record();
        List<Fact> facts = new ArrayList<>();
        detail.proof().leaf().ifPresent(leaf -> facts.add(new Fact(messages.text("audit.detail.leaf"),
                hash(leaf.hex()))));
        detail.answer().flatMap(Entry.Answer::error).ifPresent(code -> facts.add(fact("error", code)));
        record.who().filter(user -> !user.session().isEmpty())
                .ifPresent(user -> facts.add(fact("session", user.session())));
        facts.add(fact("workstation", record.workstation()));
        facts.add(fact("application", record.application()));
        VBox models = new VBox();
        models.getStyleClass().add("models");
        if (record.entry() instanceof Entry.Answer answer) {
            answer.models().forEach((name, sha256) -> models.getChildren().addAll(value(name),
                    Look.wrapped(sha256, "mono")));
        }
        if (!models.getChildren().isEmpty()) {
            facts.add(new Fact(messages.text("audit.detail.models"), models));
        }
        return Optional.of(section("evidence", table(facts)));
    }

    private Node hash(String digits) {
        Label value = Look.wrapped(digits, "mono");
        HBox.setHgrow(value, Priority.ALWAYS);
        Button copy = new Button(null, new FontIcon(Feather.COPY));
        copy.getStyleClass().addAll("button-icon", "flat", "small");
        copy.setAccessibleText(messages.text("audit.detail.copy"));
        copy.setTooltip(new Tooltip(messages.text("audit.detail.copy")));
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(_ -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(digits);
            Clipboard.getSystemClipboard().setContent(content);
        });
        return new HBox(value, copy);
    }

    private record Fact(String name, Node value) {}

    private Fact fact(String name, String value) {
        return new Fact(messages.text("audit.detail." + name), value(value));
    }

    private static Label value(String text) {
        return Look.wrapped(text, "value");
    }

    private GridPane table(List<Fact> facts) {
        GridPane grid = grid();
        for (int row = 0; row < facts.size(); row++) {
            Node value = facts.get(row).value();
            GridPane.setHgrow(value, Priority.ALWAYS);
            Label name = name(facts.get(row).name());
            name.setLabelFor(value);
            grid.addRow(row, name, value);
        }
        return grid;
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        ColumnConstraints names = new ColumnConstraints(NAME_WIDTH);
        grid.getColumnConstraints().add(names);
        grid.getStyleClass().add("facts");
        return grid;
    }

    private static Label name(String text) {
        Label name = Look.wrapped(text, "muted");
        GridPane.setValignment(name, VPos.TOP);
        return name;
    }

    private VBox section(String name, Node... content) {
        Label heading = new Label(messages.text("audit.detail." + name));
        heading.getStyleClass().add("section-heading");
        VBox section = new VBox(heading);
        section.getChildren().addAll(content);
        section.getStyleClass().add("section");
        section.setId("section-" + name);
        return section;
    }
}
