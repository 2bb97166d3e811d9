package bankassistant.app.command;

import bankassistant.app.Installation;
import bankassistant.app.Parts;
import bankassistant.app.RefusedException;
import bankassistant.app.Streams;
import bankassistant.audit.AuditLog;
import bankassistant.audit.export.Exporter;
import bankassistant.identity.Permission;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes records to a file. */
@Command(name = "export", mixinStandardHelpOptions = true, description = "Writes records to a new file, JSON Lines, CSV or PDF, with proofs.")
final class AuditExportCommand implements Callable<Integer> {

    @ParentCommand
    private AuditCommand audit;

    @Spec
    private CommandSpec spec;

    @Mixin
    private AuditFilter filter;

    @Parameters(paramLabel = "FILE", description = "The file to write.")
    private Path file;

    @Option(names = "--format", paramLabel = "jsonl|csv|pdf", defaultValue = "JSONL", description = "How to write it (${DEFAULT-VALUE}).")
    private Exporter.Format format;

    @Option(names = "--checkpoint", paramLabel = "FILE|DIR", description = "Proves growth from checkpoints held elsewhere; may be repeated.")
    private List<Path> checkpoints = List.of();

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Option(names = "--overwrite", description = "Puts the export in the place of a file that is there.")
    private boolean overwrite;

    private final Streams streams;
    private final Supplier<Installation> installation;

    AuditExportCommand(Streams streams, Supplier<Installation> installation) {
        this.streams = streams;
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        try (Parts parts = audit.open(Permission.EXPORT_RECORDS)) {
            AuditLog log = parts.audit();
            Exporter exporter = new Exporter(log, parts.user());
            long count = (overwrite ? exporter.replacing() : exporter).write(
                    filter.query(log, installation.get(), spec), format, CheckpointFiles.read(checkpoints),
                    file.toAbsolutePath());
            streams.out()
                    .line(json ? "{\"records\":" + count + "}" : "%,d records written to %s".formatted(count, file));
            if (format == Exporter.Format.CSV) {
                streams.err().println("Keep " + Exporter.proof(file)
                        + " beside it: `audit verify --export` checks the table by it.");
            }
            return 0;
        } catch (FileAlreadyExistsException e) {
            throw new RefusedException(Path.of(e.getFile()).getFileName()
                    + " is there already. Choose a new name, or add --overwrite to put the export in its place.", e);
        }
    }
}
