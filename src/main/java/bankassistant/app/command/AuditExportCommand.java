package bankassistant.app.command;

import bankassistant.app.Parts;
import bankassistant.app.Streams;
import bankassistant.audit.export.Exporter;
import bankassistant.identity.Permission;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Writes records to a file. */
@Command(name = "export", mixinStandardHelpOptions = true, description = "Writes records to a file: JSON Lines with proofs, CSV or PDF.")
final class AuditExportCommand implements Callable<Integer> {

    @ParentCommand
    private AuditCommand audit;

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

    private final Streams streams;

    AuditExportCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        try (Parts parts = audit.open(Permission.EXPORT_RECORDS)) {
            long count = new Exporter(parts.audit(), parts.user()).write(filter.query(), format,
                    CheckpointFiles.read(checkpoints), file.toAbsolutePath());
            streams.out()
                    .line(json ? "{\"records\":" + count + "}" : "%,d records written to %s".formatted(count, file));
            return 0;
        }
    }
}
