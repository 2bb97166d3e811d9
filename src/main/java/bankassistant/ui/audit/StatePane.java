package bankassistant.ui.audit;

import bankassistant.audit.Hold;
import bankassistant.audit.OldStore;
import bankassistant.audit.WitnessPlace;
import bankassistant.audit.note.Checkpoint;
import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How the log is kept: what is signed and where copies of that are, what is held, what was erased. */
final class StatePane extends ScrollPane {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final String MIDNIGHT = " 00:00:00";
    private static final int YEAR = 12;
    /** So many months stand one by one; the oldest are summed up. */
    private static final int MONTHS_SHOWN = 6;

    private final Messages messages;
    private final RecordWords words;
    private final Runnable hold;
    private final Consumer<Hold> lift;
    private final HBox sums = new HBox();
    private final Label problem = Look.wrapped("", "notice");
    private final GridPane cards = new GridPane();

    /**
     * @param hold asks for a new hold
     * @param lift asks whether to lift one
     */
    StatePane(Messages messages, RecordWords words, Runnable hold, Consumer<Hold> lift) {
        this.messages = messages;
        this.words = words;
        this.hold = hold;
        this.lift = lift;
        getStyleClass().addAll("plain-scroll", "log-state");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        sums.getStyleClass().add("sums");
        cards.getStyleClass().add("charts");
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        cards.getColumnConstraints().setAll(List.of(half, half));
        problem.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
        Look.show(problem, false);
        VBox content = new VBox(problem, sums, cards);
        content.getStyleClass().add("figures-content");
        setContent(content);
    }

    void show(Problem why) {
        Look.show(problem, why != null);
        if (why != null) {
            problem.setText(why.title() + ". " + why.text() + " " + messages.text("failure.code", why.code()));
        }
    }

    void show(LogState state) {
        sums.getChildren().setAll(sum("records", SumBox.number(state.records()), unsigned(state)), signed(state),
                sum("kept", state.retentionMonths().map(this::span).orElse("?"),
                        messages.text("audit.state.kept.note")),
                sum("erased", SumBox.number(state.erasedRecords()), erasedNote(state)),
                sum("holds", SumBox.number(state.holds().size()),
                        messages.text("audit.state.holds.note", state.holds().size())));
        VBox left = new VBox(card("witnesses", Optional.empty(), witnesses(state)));
        VBox right = new VBox(card("holds.title", Optional.of(button("audit.state.hold", hold)), holds(state)));
        left.getStyleClass().add("cards");
        right.getStyleClass().add("cards");
        left.getChildren().add(card("erased.title", Optional.empty(), erased(state)));
        if (!state.oldStores().isEmpty()) {
            right.getChildren().add(card("stores", Optional.empty(), stores(state)));
        }
        cards.getChildren().clear();
        cards.addRow(0, left, right);
    }

    private String unsigned(LogState state) {
        return messages.text("audit.state.unsigned", state.unsigned());
    }

    private Node signed(LogState state) {
        return state.signed().map(checkpoint -> sum("signed", age(checkpoint, state), words.time(checkpoint.time())))
                .orElseGet(() -> sum("signed", messages.text("audit.state.signed.never"), ""));
    }

    private String age(Checkpoint checkpoint, LogState state) {
        Duration age = Duration.between(checkpoint.time(), state.asOf());
        if (age.toMinutes() < 1) {
            return messages.text("audit.state.age.now");
        }
        return age.toDays() > 0
                ? messages.text("audit.state.age.days", age.toDays())
                : age.toHours() > 0
                        ? messages.text("audit.state.age.hours", age.toHours())
                        : messages.text("audit.state.age.minutes", age.toMinutes());
    }

    private String span(int months) {
        return months % YEAR == 0
                ? messages.text("audit.state.years", months / YEAR)
                : messages.text("audit.state.months", months);
    }

    private String erasedNote(LogState state) {
        return messages.text("audit.state.erased.note", state.erased().size());
    }

    private List<Node> witnesses(LogState state) {
        if (state.witnesses().isEmpty()) {
            return List.of(line(Feather.ALERT_TRIANGLE, "late", messages.text("audit.state.witnesses.none"),
                    messages.text("audit.state.witnesses.none.text")));
        }
        return state.witnesses().stream().map(this::witness).toList();
    }

    private Node witness(WitnessPlace place) {
        String newest = place.newest().map(note -> messages.text("audit.state.witness.newest", note.checkpoint().size(),
                words.time(note.checkpoint().time()))).orElse(messages.text("audit.state.witness.nothing"));
        return switch (place.standing()) {
            case UP_TO_DATE -> line(Feather.CHECK_CIRCLE, "good", place.folder().toString(),
                    messages.text("audit.state.witness.up_to_date") + newest);
            case BEHIND -> line(Feather.CLOCK, "late", place.folder().toString(),
                    messages.text("audit.state.witness.behind") + newest);
            case AWAY -> line(Feather.ALERT_TRIANGLE, "late", place.folder().toString(),
                    messages.text("audit.state.witness.away"));
        };
    }

    private List<Node> holds(LogState state) {
        if (state.holds().isEmpty()) {
            return List.of(Look.wrapped(messages.text("audit.state.holds.none"), "muted"));
        }
        return state.holds().stream().map(this::hold).toList();
    }

    private Node hold(Hold held) {
        Button button = button("audit.state.lift", () -> lift.accept(held));
        button.getStyleClass().addAll("flat", "small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(messages.text("audit.state.lift.which", held.terms().reference()));
        HBox line = line(Feather.ANCHOR, "held", held.terms().reference(),
                scope(held) + "\n" + messages.text("audit.state.hold.since", held.by(), words.day(held.since())));
        line.getChildren().add(button);
        return line;
    }

    /** What it covers. */
    String scope(Hold held) {
        List<String> parts = new ArrayList<>();
        held.terms().user().ifPresent(user -> parts.add(messages.text("audit.state.hold.user", user)));
        held.terms().session().ifPresent(session -> parts.add(messages.text("audit.state.hold.session", session)));
        held.terms().from().ifPresent(from -> parts.add(messages.text("audit.state.hold.from", time(from))));
        held.terms().to().ifPresent(to -> parts.add(messages.text("audit.state.hold.to", time(to))));
        String all = String.join(", ", parts);
        return Character.toUpperCase(all.charAt(0)) + all.substring(1);
    }

    /** The beginning of a day is the day. */
    private String time(Instant time) {
        String said = words.time(time);
        return said.endsWith(MIDNIGHT) ? words.day(time) : said;
    }

    private List<Node> erased(LogState state) {
        List<Node> lines = new ArrayList<>();
        if (!state.due().isEmpty()) {
            lines.add(line(Feather.CLOCK, "open", messages.text("audit.state.due", state.due().size()),
                    messages.text("audit.state.due.text", span(state.due()))));
        }
        List<LogState.ErasedMonth> newest = state.erased().reversed();
        newest.stream().limit(MONTHS_SHOWN).map(this::month).forEach(lines::add);
        if (newest.size() > MONTHS_SHOWN) {
            List<LogState.ErasedMonth> rest = newest.subList(MONTHS_SHOWN, newest.size());
            lines.add(row(messages.text("audit.state.earlier", rest.size()), messages.text("audit.state.lost",
                    rest.stream().mapToLong(LogState.ErasedMonth::records).sum()), ""));
        }
        if (state.released() > 0) {
            lines.add(row(messages.text("audit.state.released"), messages.text("audit.state.lost", state.released()),
                    ""));
        }
        if (lines.isEmpty()) {
            lines.add(Look.wrapped(messages.text("audit.state.erased.none"), "muted"));
        }
        return lines;
    }

    private static String span(List<YearMonth> months) {
        return months.size() == 1
                ? MONTH.format(months.getFirst())
                : MONTH.format(months.getFirst()) + " \u2013 " + MONTH.format(months.getLast());
    }

    private Node month(LogState.ErasedMonth month) {
        return row(MONTH.format(month.month()), messages.text("audit.state.lost", month.records()),
                (month.kept() == 0 ? "" : messages.text("audit.state.month.kept", month.kept()) + " \u00b7 ")
                        + messages.text("audit.state.month.at", words.day(month.at())));
    }

    private List<Node> stores(LogState state) {
        return state.oldStores().stream().map(this::store).toList();
    }

    private Node store(OldStore store) {
        return line(Feather.ARCHIVE, "held", store.name(),
                messages.text("audit.state.store", words.time(store.movedAside())));
    }

    private Node sum(String name, String value, String note) {
        return new SumBox(messages.text("audit.state." + name), value, note);
    }

    private Node card(String name, Optional<Button> action, List<Node> lines) {
        Label heading = new Label(messages.text("audit.state." + name));
        heading.getStyleClass().add("section-heading");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox title = new HBox(heading, gap);
        title.getStyleClass().add("state-title");
        action.ifPresent(button -> {
            button.getStyleClass().add("small");
            title.getChildren().add(button);
        });
        VBox card = new VBox(title);
        card.getChildren().addAll(lines);
        card.getStyleClass().addAll("chart-card", "state-card");
        return card;
    }

    private static HBox line(Feather icon, String style, String title, String text) {
        FontIcon graphic = new FontIcon(icon);
        graphic.getStyleClass().add(style);
        VBox both = new VBox(Look.wrapped(title, "state-name"), Look.wrapped(text, "muted"));
        HBox.setHgrow(both, Priority.ALWAYS);
        HBox line = new HBox(graphic, both);
        line.getStyleClass().add("state-line");
        return line;
    }

    private static Node row(String title, String value, String note) {
        Label name = new Label(title);
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label small = new Label(note);
        small.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label number = new Label(value);
        number.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(name, small, gap, number);
        row.getStyleClass().add("state-row");
        return row;
    }

    private Button button(String key, Runnable action) {
        return Sheet.button(messages.text(key), action);
    }
}
