package bankassistant.ui.audit;

import atlantafx.base.controls.CustomTextField;
import bankassistant.audit.Hold;
import bankassistant.ui.audit.AuditViewModel.Search;
import bankassistant.ui.audit.AuditViewModel.State;
import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Problem;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the auditor's screen shows in which state, and where the keyboard goes. */
public final class AuditController {

    private static final double DETAIL_MIN = 340;
    private static final double DETAIL_MAX = 460;
    private static final double DETAIL_SHARE = 0.38;
    private static final List<TimeRange> TIMES = List.of(TimeRange.ALWAYS, TimeRange.TODAY, new TimeRange.LastDays(7),
            new TimeRange.LastDays(30));
    /** Who goes through the rows does not want each one opened, and recorded as seen. */
    private static final Duration REST = Duration.millis(250);
    /** Typing goes on before a search begins. */
    private static final Duration TYPING = Duration.millis(350);

    private final AuditModels models;
    private final AuditViewModel model;
    private final Messages messages;
    private final RecordWords words;
    private final RecordTable table;
    private final RecordPane recordPane;
    private final FiguresPane figures;
    private final StatePane state;
    private final ZoneId zone;
    private final PauseTransition rest = new PauseTransition(REST);
    private final PauseTransition typing = new PauseTransition(TYPING);
    private VerifySheet verifySheet;
    private ExportSheet exportSheet;
    private HoldSheet holdSheet;
    private boolean following;
    private ListChangeListener<RecordRow> rowsGrow = _ -> showState();

    @FXML
    private StackPane root;
    @FXML
    private VBox main;
    @FXML
    private ToggleGroup views;
    @FXML
    private ToggleButton recordsView;
    @FXML
    private ToggleButton figuresView;
    @FXML
    private ToggleButton stateView;
    @FXML
    private CustomTextField text;
    @FXML
    private ComboBox<TimeRange> time;
    @FXML
    private ToggleButton filtersButton;
    @FXML
    private MenuButton savedButton;
    @FXML
    private FilterController filtersController;
    @FXML
    private HBox banner;
    @FXML
    private Label bannerTitle;
    @FXML
    private Label bannerText;
    @FXML
    private Button bannerRetry;
    @FXML
    private BorderPane recordsPane;
    @FXML
    private StackPane tablePane;
    @FXML
    private StackPane figuresPane;
    @FXML
    private StackPane statePane;
    @FXML
    private StackPane emptyPane;
    @FXML
    private FontIcon emptyIcon;
    @FXML
    private Label emptyTitle;
    @FXML
    private Label emptyText;
    @FXML
    private Button emptyAction;
    @FXML
    private ProgressIndicator searching;
    @FXML
    private Label count;
    @FXML
    private Button stop;

    AuditController(AuditModels models, Messages messages, RecordWords words, ZoneId zone) {
        this.models = models;
        this.model = models.records();
        this.messages = messages;
        this.words = words;
        this.table = new RecordTable(messages, words);
        this.recordPane = new RecordPane(messages, words, this::closeDetail);
        this.figures = new FiguresPane(messages, words);
        this.zone = zone;
        this.state = new StatePane(messages, words, () -> holdSheet.set(), this::lift);
    }

    @FXML
    private void initialize() {
        tablePane.getChildren().addFirst(table);
        figuresPane.getChildren().add(figures);
        statePane.getChildren().add(state);
        holdSheet = new HoldSheet(main, models.state(), messages, zone);
        verifySheet = new VerifySheet(main, models.verify(), messages, words, this::openAt);
        exportSheet = new ExportSheet(main, models.export(), model, messages, words);
        root.getChildren().addAll(verifySheet, exportSheet, holdSheet);
        recordPane.prefWidthProperty().bind(root.widthProperty()
                .map(width -> Math.clamp(width.doubleValue() * DETAIL_SHARE, DETAIL_MIN, DETAIL_MAX)));
        followModel();
        bindToolbar();
        bindTable();
    }

    private void followModel() {
        model.rows().subscribe((before, rows) -> {
            before.removeListener(rowsGrow);
            follow(rows);
        });
        follow(model.rows().get());
        model.state().subscribe(_ -> showState());
        model.search().subscribe(_ -> showState());
        model.problem().subscribe(_ -> showState());
        model.alarm().subscribe(_ -> showState());
        model.savedProblem().subscribe(_ -> showState());
        model.filter().subscribe(this::followFilter);
        model.detail().subscribe(_ -> showDetail());
        model.detailProblem().subscribe(_ -> showDetail());
        model.saved().addListener((ListChangeListener<SavedFilter>) _ -> showSaved());
        models.figures().figures().subscribe(_ -> showFigures());
        models.figures().counting().subscribe(_ -> showFigures());
        model.query().subscribe(_ -> countFigures());
        models.state().problem().subscribe(state::show);
        models.state().state().subscribe(known -> {
            if (known != null) {
                state.show(known);
            }
        });
    }

    private void follow(RecordList rows) {
        rows.addListener(rowsGrow);
        table.getSelectionModel().clearSelection();
        table.setItems(rows);
        table.scrollTo(0);
        showState();
    }

    private void bindToolbar() {
        time.setConverter(new StringConverter<>() {

            @Override
            public String toString(TimeRange range) {
                return range == null ? "" : words.time(range);
            }

            @Override
            public TimeRange fromString(String typed) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        });
        time.setOnAction(_ -> {
            if (!following && time.getValue() != null) {
                model.apply(model.filter().get().during(time.getValue()));
            }
        });
        typing.setOnFinished(_ -> applyText());
        text.textProperty().addListener((_, _, _) -> {
            if (!following) {
                typing.playFromStart();
            }
        });
        text.setOnAction(_ -> applyText());
        views.selectedToggleProperty().addListener((_, before, chosen) -> {
            if (chosen == null) {
                views.selectToggle(before);
            } else {
                showState();
                countFigures();
                showHowItIsKept();
            }
        });
        showSaved();
    }

    private void bindTable() {
        rest.setOnFinished(_ -> openSelected());
        table.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> {
            if (row != null) {
                rest.playFromStart();
            }
        });
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openSelected();
                event.consume();
            }
        });
    }

    private void openSelected() {
        rest.stop();
        RecordRow row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            row.record().ifPresentOrElse(model::open, () -> model.open(row.sequence()));
        }
    }

    private void openAt(long sequence) {
        views.selectToggle(recordsView);
        int row = model.rows().get().row(sequence);
        if (row >= 0) {
            table.scrollTo(Math.max(0, row - 3));
            table.getSelectionModel().select(row);
        }
        model.open(sequence);
    }

    private void applyText() {
        typing.stop();
        model.apply(model.filter().get().holding(text.getText()));
    }

    private void followFilter(RecordFilter filter) {
        following = true;
        try {
            if (!text.getText().strip().equals(filter.text())) {
                text.setText(filter.text());
            }
            time.getItems().setAll(Stream.concat(TIMES.stream(), Stream.of(filter.time())).distinct().toList());
            time.setValue(filter.time());
        } finally {
            following = false;
        }
    }

    // what is shown

    private void showState() {
        Look.show(recordsPane, recordsView.isSelected());
        Look.show(figuresPane, figuresView.isSelected());
        Look.show(statePane, stateView.isSelected());
        Stream.of(text, time, filtersButton, savedButton).forEach(filter -> filter.setDisable(stateView.isSelected()));
        showProblem();
        RecordList rows = model.rows().get();
        boolean nothing = rows.isEmpty() && model.state().get() != State.LOADING
                || rows.isEmpty() && model.search().get().running();
        table.setVisible(!nothing);
        emptyPane.setVisible(nothing);
        if (nothing) {
            showNothing(model.search().get());
        }
        showCount(rows, model.search().get());
    }

    private void showProblem() {
        Problem problem = model.problem().get() != null ? model.problem().get() : model.savedProblem().get();
        String alarm = model.alarm().get();
        Look.show(banner, (problem != null || !alarm.isEmpty()) && model.state().get() != State.FAILED);
        Look.show(bannerRetry, problem != null);
        if (problem == null) {
            bannerTitle.setText(messages.text("audit.alarm"));
            bannerText.setText(alarm);
        } else {
            bannerTitle.setText(problem.title());
            bannerText.setText(problem.text() + "  " + messages.text("failure.code", problem.code()));
        }
    }

    private void showNothing(Search search) {
        if (model.state().get() == State.FAILED) {
            Problem problem = model.problem().get();
            empty(Feather.ALERT_TRIANGLE, problem.title(),
                    problem.text() + "\n" + messages.text("failure.code", problem.code()));
            offer(messages.text("failure.retry"), model::retry);
        } else if (search.running()) {
            empty(Feather.SEARCH, messages.text("audit.searching.title"),
                    search.reached().map(reached -> messages.text("audit.searching.text", words.day(reached)))
                            .orElse(messages.text("audit.searching.start")));
            Look.show(emptyAction, false);
        } else if (model.query().get().asksForAll()) {
            empty(Feather.INBOX, messages.text("audit.empty.log.title"), messages.text("audit.empty.log.text"));
            Look.show(emptyAction, false);
        } else {
            empty(Feather.SEARCH, messages.text("audit.empty.found.title"), messages.text("audit.empty.found.text"));
            offer(messages.text("audit.filter.clear"), model::clear);
        }
    }

    private void empty(Feather icon, String title, String words) {
        emptyIcon.setIconCode(icon);
        emptyTitle.setText(title);
        emptyText.setText(words);
    }

    private void offer(String words, Runnable action) {
        Look.show(emptyAction, true);
        emptyAction.setText(words);
        emptyAction.setOnAction(_ -> action.run());
    }

    private void showCount(RecordList rows, Search search) {
        boolean all = model.query().get().asksForAll();
        Look.show(searching, search.running());
        Look.show(stop, search.running());
        count.setText(stateView.isSelected() || model.state().get() == State.FAILED
                || all && model.state().get() == State.LOADING
                        ? ""
                        : all
                                ? messages.text("audit.status.all", rows.size())
                                : search.running()
                                        ? search.reached()
                                                .map(back -> messages.text("audit.status.searching.back", rows.size(),
                                                        words.day(back)))
                                                .orElse(messages.text("audit.status.searching", rows.size()))
                                        : messages.text("audit.status.found", rows.size()));
    }

    private void showDetail() {
        if (model.detail().get() != null) {
            recordPane.show(model.detail().get());
        } else if (model.detailProblem().get() != null) {
            recordPane.show(model.detailProblem().get());
        }
        boolean shown = model.detail().get() != null || model.detailProblem().get() != null;
        if (shown != (recordsPane.getRight() != null)) {
            recordsPane.setRight(shown ? recordPane : null);
        }
    }

    private void showSaved() {
        List<MenuItem> items = model.saved().stream().map(saved -> {
            MenuItem item = new MenuItem(saved.name());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> model.apply(saved.filter()));
            return item;
        }).toList();
        List<MenuItem> removals = model.saved().stream().map(saved -> {
            MenuItem item = new MenuItem(messages.text("audit.saved.remove", saved.name()));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> model.removeSaved(saved.name()));
            return item;
        }).toList();
        if (items.isEmpty()) {
            MenuItem none = new MenuItem(messages.text("audit.saved.none"));
            none.setDisable(true);
            savedButton.getItems().setAll(none);
        } else {
            savedButton.getItems().setAll(items);
            savedButton.getItems().add(new SeparatorMenuItem());
            savedButton.getItems().addAll(removals);
        }
    }

    private void countFigures() {
        if (figuresView.isSelected()) {
            models.figures().show(model.query().get());
        } else {
            models.figures().close();
        }
    }

    private void showHowItIsKept() {
        if (stateView.isSelected()) {
            models.state().refresh();
        }
    }

    private void lift(Hold hold) {
        holdSheet.lift(hold, state.scope(hold));
    }

    private void showFigures() {
        figures.show(models.figures().figures().get(), models.figures().counting().get());
    }

    // commands

    @FXML
    private void showFilters() {
        filtersController.show(filtersButton.isSelected());
        if (filtersButton.isSelected()) {
            filtersController.focusStart();
        }
    }

    @FXML
    private void retry() {
        model.retry();
    }

    @FXML
    private void stopSearch() {
        model.stopSearch();
        table.requestFocus();
    }

    void focusStart() {
        table.requestFocus();
    }

    void focusText() {
        text.requestFocus();
        text.selectAll();
    }

    /** Table, record, search, and round again. */
    void focusNextPane() {
        Node owner = root.getScene().getFocusOwner();
        if (isInside(owner, table) && recordsPane.getRight() != null) {
            recordPane.focusStart();
        } else if (isInside(owner, table) || isInside(owner, recordPane)) {
            focusText();
        } else {
            table.requestFocus();
        }
    }

    /** Closes what lies uppermost. */
    void escape() {
        if (verifySheet.isOpen()) {
            verifySheet.escape();
        } else if (exportSheet.isOpen()) {
            exportSheet.escape();
        } else if (holdSheet.isOpen()) {
            holdSheet.escape();
        } else {
            closeDetail();
        }
    }

    void verify() {
        if (!exportSheet.isOpen() && !holdSheet.isOpen()) {
            models.verify().start();
        }
    }

    void export() {
        if (!verifySheet.isOpen() && !holdSheet.isOpen()) {
            models.export().choose();
        }
    }

    void refresh() {
        model.refresh();
        showHowItIsKept();
    }

    private void closeDetail() {
        rest.stop();
        model.closeDetail();
        table.getSelectionModel().clearSelection();
        table.requestFocus();
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
