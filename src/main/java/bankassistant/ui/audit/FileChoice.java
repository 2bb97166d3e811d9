package bankassistant.ui.audit;

import java.nio.file.Path;
import java.util.Optional;

/** Asks a person where a file is to go. */
@FunctionalInterface
public interface FileChoice {

    /**
     * @param name what the file would be called
     * @return empty if the person would rather not
     */
    Optional<Path> save(String name, ExportFormat format);
}
