package bankassistant.app.command;

import bankassistant.app.Parts;
import bankassistant.app.RefusedException;
import bankassistant.app.Streams;
import bankassistant.identity.AuditSettings;
import bankassistant.identity.Permission;
import bankassistant.identity.Role;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Chooses where copies of checkpoints are kept. The change is recorded when the log is next opened. */
@Command(name = "witness", mixinStandardHelpOptions = true, description = "Chooses folders that checkpoints are copied to, where nobody who could alter the log can write (administrator).")
final class AuditWitnessCommand implements Runnable {

    @ParentCommand
    private AuditCommand audit;

    @Spec
    private CommandSpec spec;

    private final Streams streams;

    AuditWitnessCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "Say what to do: " + String.join(", ", spec.subcommands().keySet()) + ".");
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Has checkpoints copied to a folder: on a share, on a removable drive.")
    int add(@Parameters(paramLabel = "DIR") Path folder) throws IOException {
        try (Parts parts = open()) {
            Path place = absolute(folder);
            AuditSettings settings = parts.settings().audit();
            if (!Files.isDirectory(place) || !Files.isWritable(place)) {
                throw new RefusedException(place + " is no folder that can be written. Is the drive there?");
            }
            if (place.startsWith(parts.data().toAbsolutePath().normalize())) {
                throw new RefusedException(place + " lies in the data folder: who exchanges the log there exchanges"
                        + " its checkpoints too. Choose a folder elsewhere.");
            }
            List<Path> folders = new ArrayList<>(settings.witnesses());
            if (!folders.contains(place)) {
                folders.add(place);
            }
            parts.settings().audit(parts.session(), chosen -> chosen.witnessedBy(folders));
            streams.err().println("Checkpoints are copied to " + place + " from the next start on.");
            return 0;
        }
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Has checkpoints copied to a folder no longer; what lies there stays.")
    int remove(@Parameters(paramLabel = "DIR") Path folder) throws IOException {
        try (Parts parts = open()) {
            AuditSettings settings = parts.settings().audit();
            List<Path> folders = new ArrayList<>(settings.witnesses());
            if (!folders.remove(absolute(folder))) {
                throw new RefusedException(absolute(folder)
                        + " is not among the folders. `audit witness list` shows them.");
            }
            parts.settings().audit(parts.session(), chosen -> chosen.witnessedBy(folders));
            streams.err().println("Checkpoints are copied to " + absolute(folder) + " no longer.");
            return 0;
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the folders, and whether each can be reached now.")
    int list(@Option(names = "--json", description = "Prints one JSON object a line.") boolean json)
            throws IOException {
        try (Parts parts = open()) {
            List<Path> folders = parts.settings().audit().witnesses();
            if (folders.isEmpty()) {
                streams.err().println("There are none. `audit witness add DIR` adds one.");
            }
            for (Path folder : folders) {
                boolean reached = Files.isDirectory(folder) && Files.isWritable(folder);
                streams.out().line(json
                        ? new ObjectMapper().createObjectNode().put("folder", folder.toString())
                                .put("reached", reached).toString()
                        : folder + (reached ? "" : "  (can't be reached)"));
            }
            return 0;
        }
    }

    private Parts open() throws IOException {
        return audit.open(Permission.CHANGE_SETTINGS, Role.ADMINISTRATOR);
    }

    private static Path absolute(Path folder) {
        return folder.toAbsolutePath().normalize();
    }
}
