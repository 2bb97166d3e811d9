package bankassistant.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the operating system tells about itself and the user.
 *
 * @param os          as in the system property {@code os.name}
 * @param environment variables
 * @param home        the user's folder
 */
public record Surroundings(String os, Map<String, String> environment, Path home) {

    public Surroundings {
        environment = Map.copyOf(environment);
    }

    public static Surroundings ofThisProcess() {
        String home = Optional.ofNullable(System.getenv("HOME")).filter(value -> !value.isBlank())
                .orElseGet(() -> System.getProperty("user.home"));
        return new Surroundings(System.getProperty("os.name"), System.getenv(), Path.of(home));
    }

    public boolean isWindows() {
        return os.toLowerCase(Locale.ROOT).startsWith("windows");
    }

    public boolean isMac() {
        return os.toLowerCase(Locale.ROOT).startsWith("mac");
    }

    /** The value of a variable that is set and not blank. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /**
     * Where applications keep a user's data: the XDG Base Directory Specification's {@code $XDG_DATA_HOME}, Windows'
     * local application data, macOS' Application Support.
     */
    public Path dataHome() {
        if (isWindows()) {
            return variable("LOCALAPPDATA").map(Path::of).orElse(home.resolve("AppData").resolve("Local"));
        }
        if (isMac()) {
            return home.resolve("Library").resolve("Application Support");
        }
        // the specification has relative paths ignored
        return variable("XDG_DATA_HOME").map(Path::of).filter(Path::isAbsolute)
                .orElse(home.resolve(".local").resolve("share"));
    }
}
