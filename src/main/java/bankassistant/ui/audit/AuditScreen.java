package bankassistant.ui.audit;

import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Screen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The audit log as a screen of the window, with its keys. */
public final class AuditScreen implements Screen {

    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination EXPORT = new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REFRESH = new KeyCodeCombination(KeyCode.F5);
    private static final KeyCombination NEXT_PANE = new KeyCodeCombination(KeyCode.F6);
    private static final KeyCombination ESCAPE = new KeyCodeCombination(KeyCode.ESCAPE);

    private final AuditController controller;
    private final Messages messages;
    private final Parent root;

    /** @param zone the auditor's */
    public AuditScreen(AuditModels models, ZoneId zone, Messages messages) {
        this.messages = messages;
        RecordWords words = new RecordWords(messages, zone);
        controller = new AuditController(models, messages, words, zone);
        root = load(models, words);
        root.sceneProperty().addListener((_, _, scene) -> {
            if (scene != null) {
                bindKeys(scene);
            }
        });
    }

    /**
     * The view models over a log.
     *
     * @param folder     keeps saved filters
     * @param files      asks where exports go
     * @param background runs what takes long, several things at once
     * @param screen     runs on the JavaFX thread, in order
     * @param clock      with the auditor's time zone
     */
    public static AuditModels models(AuditRecords records, Path folder, FileChoice files, Executor background,
            Executor screen, Clock clock, Messages messages) {
        return new AuditModels(
                new AuditViewModel(records, new SavedFilters(folder.resolve("audit-filters.json")), background, screen,
                        clock, messages),
                new FiguresViewModel(records, background, screen, clock.getZone(), messages),
                new VerifyViewModel(records, background, screen, messages),
                new ExportViewModel(records, files, background, screen, messages),
                new StateViewModel(records, background, screen, messages));
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public List<Node> actions() {
        Button refresh = button("", Feather.REFRESH_CW, controller::refresh);
        refresh.getStyleClass().addAll("button-icon", "flat");
        String words = messages.text("audit.refresh", REFRESH.getDisplayText());
        refresh.setAccessibleText(words);
        refresh.setTooltip(new Tooltip(words));
        Button export = button(messages.text("audit.export"), Feather.DOWNLOAD, controller::export);
        export.setTooltip(new Tooltip(messages.text("audit.export.tooltip", EXPORT.getDisplayText())));
        Button verify = button(messages.text("audit.verify"), Feather.SHIELD, controller::verify);
        verify.setTooltip(new Tooltip(messages.text("audit.verify.tooltip")));
        return List.of(refresh, export, verify);
    }

    private static Button button(String words, Feather icon, Runnable action) {
        Button button = new Button(words, new FontIcon(icon));
        button.setMnemonicParsing(true);
        button.setOnAction(_ -> action.run());
        return button;
    }

    @Override
    public void focusStart() {
        controller.focusStart();
    }

    private void bindKeys(Scene scene) {
        scene.getAccelerators().putAll(Map.of(FIND, controller::focusText, EXPORT, controller::export, REFRESH,
                controller::refresh, NEXT_PANE, controller::focusNextPane, ESCAPE, controller::escape));
    }

    private Parent load(AuditModels models, RecordWords words) {
        FXMLLoader loader = new FXMLLoader(AuditScreen.class.getResource("audit.fxml"), messages.bundle());
        loader.setControllerFactory(type -> type == FilterController.class
                ? new FilterController(models.records(), messages, words)
                : controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
