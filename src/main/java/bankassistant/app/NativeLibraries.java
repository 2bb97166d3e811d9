package bankassistant.app;

import java.nio.file.Path;

/** Tells libraries where to keep their native parts, instead of folders of their own in the user's home. */
final class NativeLibraries {

    private NativeLibraries() {}

    /**
     * Must run before a class of DJL or JavaFX loads.
     *
     * @param folder exists
     */
    static void keepIn(Path folder) {
        // DJL reads an environment variable of the same name first
        System.setProperty("DJL_CACHE_DIR", folder.toString());
        System.setProperty("ENGINE_CACHE_DIR", folder.toString());
        System.setProperty("javafx.cachedir", folder.resolve("javafx").toString());
        // nothing is fetched and nothing reported, however the program was started
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
    }
}
