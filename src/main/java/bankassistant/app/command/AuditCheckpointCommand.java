package bankassistant.app.command;

import bankassistant.app.Parts;
import bankassistant.app.Streams;
import bankassistant.audit.AuditLog;
import bankassistant.audit.export.QrCode;
import bankassistant.audit.note.SignedCheckpoint;
import com.fasterxml.jackson.databind.ObjectMapper;
import bankassistant.identity.Permission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Signs the log as it is now, for keeping elsewhere. */
@Command(name = "checkpoint", mixinStandardHelpOptions = true, description = "Signs the log as it is now; keep what it prints elsewhere.")
final class AuditCheckpointCommand implements Callable<Integer> {

    @ParentCommand
    private AuditCommand audit;

    @Option(names = "--to", paramLabel = "FILE", description = "Writes the checkpoint to a new file as well.")
    private Path file;

    @Option(names = "--key-to", paramLabel = "FILE", description = "Writes the log's public key to a new file.")
    private Path keyFile;

    @Option(names = "--qr", paramLabel = "FILE.png|-", description = "Writes the checkpoint as a QR code to a new PNG file, for printing; - prints it in the terminal.")
    private Path qr;

    @Option(names = "--copy-again", description = "Writes copies of checkpoints again that are gone beside the log; a record says so.")
    private boolean copyAgain;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    private final Streams streams;

    AuditCheckpointCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        try (Parts parts = audit.open(Permission.VERIFY_RECORDS)) {
            AuditLog log = parts.audit();
            if (copyAgain) {
                streams.err().println("%,d copies of checkpoints were gone and are written again."
                        .formatted(log.copyAgain(parts.user())));
            }
            SignedCheckpoint note = log.checkpoint();
            AuditCommand.tellUnreached(log, streams);
            if (file != null) {
                Files.writeString(file, note.text(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            }
            if (keyFile != null) {
                Files.writeString(keyFile, log.key().text() + "\n", StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE);
            }
            boolean onScreen = qr != null && qr.toString().equals("-");
            if (qr != null && !onScreen) {
                Files.write(qr, QrCode.of(note.text()).png(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            }
            streams.out().print(json
                    ? new ObjectMapper().createObjectNode().put("store", log.name())
                            .put("size", note.checkpoint().size()).put("root", note.checkpoint().root().hex())
                            .put("time", note.checkpoint().time().toString()).put("key", log.key().text())
                            .put("note", note.text()) + "\n"
                    : note.text());
            if (onScreen) {
                // beside the results: it is for eyes and cameras
                streams.err().print(QrCode.of(note.text()).blocks());
            }
            return 0;
        }
    }
}
