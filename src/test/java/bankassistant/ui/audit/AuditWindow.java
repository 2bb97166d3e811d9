package bankassistant.ui.audit;

import bankassistant.ui.Fx;
import bankassistant.ui.shell.AssistantWindow;
import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Theme;
import bankassistant.ui.shell.ThemeSwitch;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** The real window with records made for tests, driven by real keys. */
final class AuditWindow implements AutoCloseable {

    static final KeyCode SHORTCUT = System.getProperty("os.name").startsWith("Mac") ? KeyCode.COMMAND : KeyCode.CONTROL;
    static final Path SCREENS = Path.of("target", "screens");

    private final ExecutorService background = Executors.newCachedThreadPool();
    private final ThemeSwitch theme = new ThemeSwitch(new SimpleObjectProperty<>(ColorScheme.LIGHT));
    private final AuditModels models;
    private final Stage stage;
    volatile Optional<Path> exportTo = Optional.empty();

    AuditWindow(AuditRecords records, Path folder, double width, double height) {
        Messages messages = new Messages();
        Clock clock = Clock.fixed(FakeRecords.END, ZoneOffset.UTC);
        models = Fx.call(() -> AuditScreen.models(records, folder, (_, _) -> exportTo, background, Platform::runLater,
                clock, messages));
        stage = Fx.call(() -> {
            Stage made = new Stage();
            AssistantWindow window = new AssistantWindow(made, messages, theme,
                    () -> new AuditScreen(models, ZoneOffset.UTC, messages));
            made.setWidth(width);
            made.setHeight(height);
            window.show();
            models.records().start();
            return made;
        });
        Fx.until(() -> models.records().state().get() != AuditViewModel.State.LOADING);
        Fx.settle();
    }

    AuditModels models() {
        return models;
    }

    Stage stage() {
        return stage;
    }

    @SuppressWarnings("unchecked")
    TableView<RecordRow> table() {
        return (TableView<RecordRow>) find(".records");
    }

    void apply(RecordFilter filter) {
        Fx.run(() -> models.records().apply(filter));
        Fx.until(() -> !models.records().search().get().running());
        Fx.settle();
    }

    void open(long sequence) {
        Fx.run(() -> models.records().open(sequence));
        Fx.until(() -> !models.records().opening().get());
        Fx.settle();
    }

    /** Presses keys together: modifiers first. */
    void press(KeyCode... keys) {
        Fx.run(() -> {
            Robot robot = new Robot();
            for (KeyCode key : keys) {
                robot.keyPress(key);
            }
            for (KeyCode key : List.of(keys).reversed()) {
                robot.keyRelease(key);
            }
        });
        Fx.run(() -> {});
    }

    /** Types lower-case letters. */
    void type(String letters) {
        letters.chars().forEach(letter -> press(KeyCode.getKeyCode(String.valueOf((char) letter).toUpperCase())));
    }

    Node find(String selector) {
        return Fx.call(() -> stage.getScene().lookup(selector));
    }

    List<Node> all(String selector) {
        return Fx.call(() -> List.copyOf(stage.getScene().getRoot().lookupAll(selector)));
    }

    /** The texts of all visible labels and buttons that match. */
    List<String> texts(String selector) {
        return Fx.call(() -> stage.getScene().getRoot().lookupAll(selector).stream().filter(AuditWindow::isShown)
                .map(node -> ((Labeled) node).getText()).toList());
    }

    Node focused() {
        return Fx.call(() -> stage.getScene().getFocusOwner());
    }

    void theme(Theme chosen) {
        Fx.run(() -> theme.choose(chosen));
        Fx.settle();
    }

    /** Writes what is seen to {@code target/screens}. */
    void picture(String name) {
        Fx.settle();
        BufferedImage picture = Fx.call(() -> image(stage.getScene()));
        try {
            Files.createDirectories(SCREENS);
            ImageIO.write(picture, "png", SCREENS.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Fx.run(() -> {
            models.close();
            stage.close();
        });
        background.shutdown();
    }

    static boolean isShown(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static BufferedImage image(Scene scene) {
        WritableImage seen = scene.snapshot(null);
        PixelReader pixels = seen.getPixelReader();
        BufferedImage image = new BufferedImage((int) seen.getWidth(), (int) seen.getHeight(),
                BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        return image;
    }
}
