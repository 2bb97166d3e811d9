package bankassistant.ui.audit;

import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import bankassistant.audit.record.Facts;
import bankassistant.ui.audit.RecordRow.Content;
import bankassistant.ui.shell.Messages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/** Records as rows, newest first. Columns that tell least give way where it is narrow. */
final class RecordTable extends TableView<RecordRow> {

    private static final double ROW = 36;
    private static final double SCROLL_BAR = 10;
    private static final double TEXT_LEAST = 240;
    /** Of a column that shows an icon alone. */
    private static final double ICON = 60;
    private static final Map<String, Double> ALWAYS_SHOWN = Map.of("time", 178.0, "user", 132.0, "kind", 124.0, "proof",
            142.0);
    private static final Map<String, Double> LESSER = Map.of("intent", 156.0, "scope", 100.0, "policy", 120.0);
    private static final PseudoClass UNREADABLE = PseudoClass.getPseudoClass("unreadable");

    private final Messages messages;
    private final RecordWords words;
    private final TableColumn<RecordRow, Content> kind;
    private final TableColumn<RecordRow, Content> text;
    private final TableColumn<RecordRow, Content> proof;
    /** Those that give way, the first to go first. */
    private final List<TableColumn<RecordRow, Content>> lesser;

    RecordTable(Messages messages, RecordWords words) {
        this.messages = messages;
        this.words = words;
        getStyleClass().addAll("records", "edge-to-edge");
        setAccessibleText(messages.text("audit.table.accessible"));
        setFixedCellSize(ROW);
        setPlaceholder(new Region());
        TableColumn<RecordRow, Content> intent = column("intent", this::intent);
        TableColumn<RecordRow, Content> scope = column("scope", this::scope);
        TableColumn<RecordRow, Content> policy = column("policy", words::policies);
        text = column("text", words::summary);
        text.setCellFactory(_ -> new TextCell());
        kind = column("kind", record -> words.kind(record.kind()));
        kind.setCellFactory(_ -> new KindCell());
        proof = column("proof", _ -> "");
        proof.setCellFactory(_ -> new ProofCell());
        TableColumn<RecordRow, Content> time = column("time", record -> words.time(record.time()));
        time.setCellFactory(_ -> new TimeCell());
        getColumns().setAll(List.of(time, column("user", words::user), kind, intent, scope, policy, text, proof));
        lesser = List.of(policy, scope, intent);
        setRowFactory(_ -> new Row());
        widthProperty().addListener((_, _, width) -> fit(width.doubleValue()));
        getColumns().stream().filter(column -> column != text)
                .forEach(column -> column.widthProperty().addListener((_, _, _) -> fitText()));
    }

    /** What tells least is hidden first; then kind and proof are told by their icons alone. */
    private void fit(double width) {
        double needed = ALWAYS_SHOWN.values().stream().mapToDouble(Double::doubleValue).sum() + TEXT_LEAST
                + LESSER.values().stream().mapToDouble(Double::doubleValue).sum();
        for (TableColumn<RecordRow, Content> column : lesser) {
            boolean shown = needed <= width - SCROLL_BAR;
            column.setVisible(shown);
            needed -= shown ? 0 : LESSER.get(column.getId());
        }
        boolean narrow = needed > width - SCROLL_BAR;
        kind.setPrefWidth(narrow ? ICON : ALWAYS_SHOWN.get("kind"));
        proof.setPrefWidth(narrow ? ICON : ALWAYS_SHOWN.get("proof"));
        fitText();
    }

    /** The text takes what is left. */
    private void fitText() {
        double others = getColumns().stream().filter(column -> column != text && column.isVisible())
                .mapToDouble(TableColumn::getWidth).sum();
        text.setPrefWidth(Math.max(TEXT_LEAST / 2, getWidth() - SCROLL_BAR - others));
    }

    private TableColumn<RecordRow, Content> column(String name, Function<AuditRecord, String> value) {
        TableColumn<RecordRow, Content> column = new TableColumn<>(messages.text("audit.column." + name));
        column.setId(name);
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(ALWAYS_SHOWN.getOrDefault(name, LESSER.getOrDefault(name, TEXT_LEAST)));
        column.setCellValueFactory(row -> row.getValue().content());
        column.setCellFactory(_ -> new WordCell(value));
        return column;
    }

    private String intent(AuditRecord record) {
        return Facts.meaning(record.entry()).flatMap(Entry.Meaning::intent).map(words::intent).orElse("");
    }

    private String scope(AuditRecord record) {
        return Facts.meaning(record.entry()).map(words::scope).orElse("");
    }

    private String accessible(RecordRow row) {
        return switch (row.content().get()) {
            case Content.Loading _ -> messages.text("audit.row.loading", row.sequence());
            case Content.Unreadable _ -> messages.text("audit.row.unreadable", row.sequence());
            case Content.Failed _ -> messages.text("audit.row.failed", row.sequence());
            case Content.Present present -> messages.text("audit.row.accessible", row.sequence(),
                    words.time(present.record().time()), words.user(present.record()),
                    words.kind(present.record().kind()), words.summary(present.record()), words.proof(present.proof()));
        };
    }

    private final class Row extends TableRow<RecordRow> {

        private Subscription content = Subscription.EMPTY;

        @Override
        protected void updateItem(RecordRow row, boolean empty) {
            super.updateItem(row, empty);
            content.unsubscribe();
            content = Subscription.EMPTY;
            if (empty || row == null) {
                setAccessibleText(null);
                pseudoClassStateChanged(UNREADABLE, false);
            } else {
                content = row.content().subscribe(known -> {
                    pseudoClassStateChanged(UNREADABLE,
                            known instanceof Content.Unreadable || known instanceof Content.Failed);
                    setAccessibleText(accessible(row));
                });
            }
        }
    }

    /** A word or two; the whole of it in a tooltip where it is cut. */
    private class WordCell extends TableCell<RecordRow, Content> {

        private final Function<AuditRecord, String> value;
        private final Tooltip whole = new Tooltip();

        WordCell(Function<AuditRecord, String> value) {
            this.value = value;
            whole.setWrapText(true);
            whole.setMaxWidth(520);
        }

        @Override
        protected void updateItem(Content content, boolean empty) {
            super.updateItem(content, empty);
            Optional<Content.Present> present = !empty && content instanceof Content.Present known
                    ? Optional.of(known)
                    : Optional.empty();
            String shown = present.map(known -> value.apply(known.record())).orElse("");
            setText(shown.replaceAll("\\s+", " "));
            setGraphic(present.map(this::graphic).orElse(null));
            whole.setText(shown);
            setTooltip(shown.isEmpty() ? null : whole);
            if (present.isEmpty() && !empty && content != null) {
                missing(content);
            }
        }

        Node graphic(Content.Present present) {
            return null;
        }

        /** Shows that there is no record. */
        void missing(Content content) {
            // told once in a row, in the text
        }
    }

    private final class TimeCell extends WordCell {

        TimeCell() {
            super(record -> words.time(record.time()));
            getStyleClass().add("time");
        }

        @Override
        void missing(Content content) {
            if (content instanceof Content.Loading) {
                setGraphic(skeleton());
            }
        }
    }

    private final class TextCell extends WordCell {

        TextCell() {
            super(words::summary);
            getStyleClass().add("summary");
        }

        @Override
        void missing(Content content) {
            if (content instanceof Content.Loading) {
                setGraphic(skeleton());
            } else {
                setText(messages.text(content instanceof Content.Unreadable
                        ? "audit.row.unreadable.short"
                        : "audit.row.failed.short"));
            }
        }
    }

    private final class KindCell extends WordCell {

        KindCell() {
            super(record -> words.kind(record.kind()));
            contentDisplayProperty().bind(widthProperty().map(RecordTable::display));
        }

        @Override
        Node graphic(Content.Present present) {
            return Look.kind(present.record().kind());
        }
    }

    private final class ProofCell extends WordCell {

        ProofCell() {
            super(_ -> "");
            getStyleClass().add("proof");
            contentDisplayProperty().bind(widthProperty().map(RecordTable::display));
        }

        @Override
        Node graphic(Content.Present present) {
            setText(words.proof(present.proof()));
            setTooltip(new Tooltip(getText()));
            return present.proof().map(proof -> Look.proof(proof.standing())).orElse(null);
        }
    }

    private static ContentDisplay display(Number width) {
        return width.doubleValue() > ICON ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY;
    }

    private static Region skeleton() {
        Region bar = new Region();
        bar.getStyleClass().add("skeleton");
        return bar;
    }
}
