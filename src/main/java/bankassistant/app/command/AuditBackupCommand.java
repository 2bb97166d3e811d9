package bankassistant.app.command;

import bankassistant.app.Parts;
import bankassistant.app.RefusedException;
import bankassistant.app.Streams;
import bankassistant.audit.AuditLog;
import bankassistant.audit.note.SignedCheckpoint;
import bankassistant.audit.record.Entry;
import bankassistant.identity.Permission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Copies the log, encrypted as it is, while it is open. */
@Command(name = "backup", mixinStandardHelpOptions = true, description = "Copies the log into a new zip file, encrypted as it is.")
final class AuditBackupCommand implements Callable<Integer> {

    @ParentCommand
    private AuditCommand audit;

    @Parameters(paramLabel = "FILE.zip", description = "A new file.")
    private Path file;

    private final Streams streams;

    AuditBackupCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        if (Files.exists(file)) {
            throw new RefusedException(file + " is there already. Choose a new name.");
        }
        try (Parts parts = audit.open(Permission.EXPORT_RECORDS)) {
            AuditLog log = parts.audit();
            SignedCheckpoint note = log.checkpoint();
            log.append(Optional.of(parts.user()), new Entry.BackedUp(file.getFileName().toString(),
                    note.checkpoint().size(), note.checkpoint().root().hex()));
            log.backUp(file);
            streams.out().line("%,d records copied to %s".formatted(log.size(), file));
            AuditCommand.tellOldStores(log.oldStores(), streams);
            return 0;
        }
    }
}
