package bankassistant.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The name of this computer, as records hold it. Asks no network. */
final class Workstation {

    private static final Path LINUX = Path.of("/proc/sys/kernel/hostname");

    private Workstation() {}

    static String name(Surroundings surroundings) {
        return surroundings.variable("COMPUTERNAME").or(Workstation::fromSystem)
                .or(() -> surroundings.variable("HOSTNAME")).map(String::strip).filter(name -> !name.isEmpty())
                .orElse("unknown");
    }

    private static Optional<String> fromSystem() {
        try {
            return Optional.of(Files.readString(LINUX));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
