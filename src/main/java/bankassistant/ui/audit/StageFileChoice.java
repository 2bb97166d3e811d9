package bankassistant.ui.audit;

import bankassistant.ui.shell.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks with the desktop's own dialog. */
public final class StageFileChoice implements FileChoice {

    private final Supplier<Window> window;
    private final Messages messages;

    /** @param window the dialog stands above */
    public StageFileChoice(Supplier<Window> window, Messages messages) {
        this.window = window;
        this.messages = messages;
    }

    @Override
    public Optional<Path> save(String name, ExportFormat format) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.text("audit.export.title"));
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(messages.text(format.key()), "*." + format.extension()));
        return Optional.ofNullable(chooser.showSaveDialog(window.get())).map(File::toPath);
    }
}
