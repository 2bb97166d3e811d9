package bankassistant.app.command;

import bankassistant.app.Parts;
import bankassistant.app.Streams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Brings the log back from a backup that is not older than what is known of the log. */
@Command(name = "restore", mixinStandardHelpOptions = true, description = "Brings the log back from a backup; refuses one that is altered or too old.")
final class AuditRestoreCommand implements Callable<Integer> {

    @ParentCommand
    private AuditCommand audit;

    @Parameters(paramLabel = "FILE.zip", description = "What `audit backup` wrote.")
    private Path file;

    private final Streams streams;

    AuditRestoreCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        try (Parts parts = audit.open()) {
            streams.out().line("%,d records restored".formatted(parts.restoreAudit(file)));
            return 0;
        }
    }
}
