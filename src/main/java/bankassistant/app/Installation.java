package bankassistant.app;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder with what is shipped beside the program: models and policies. */
public record Installation(Path root) {

    /** Set by the launcher. */
    private static final String PROPERTY = "bankassistant.home";

    /**
     * Finds it: where the launcher says, else above the program's own files.
     *
     * @throws RefusedException if there is none
     */
    public static Installation find() {
        String stated = System.getProperty(PROPERTY);
        if (stated != null) {
            return new Installation(Path.of(stated).toAbsolutePath().normalize());
        }
        for (Path folder = programFiles(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("models"))) {
                return new Installation(folder);
            }
        }
        throw new RefusedException("The models that belong to the assistant were not found."
                + " Start it with the launcher `assistant` in its folder.");
    }

    private static Path programFiles() {
        try {
            return Path.of(Installation.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class was loaded from an invalid place", e);
        }
    }

    public Path models() {
        return root.resolve("models");
    }

    public Path policies() {
        return root.resolve("policies");
    }
}
