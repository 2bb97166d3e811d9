package bankassistant.app.command;

import bankassistant.app.Failures;
import bankassistant.app.Parts;
import bankassistant.app.RefusedException;
import bankassistant.app.Streams;
import bankassistant.audit.AuditException;
import bankassistant.audit.AuditLog;
import bankassistant.audit.Change;
import bankassistant.audit.Finding;
import bankassistant.audit.Verdict;
import bankassistant.audit.export.ExportFile;
import bankassistant.audit.export.ExportVerdict;
import bankassistant.audit.note.SignedCheckpoint;
import bankassistant.audit.record.Entry;
import bankassistant.audit.tree.Hash;
import bankassistant.identity.Permission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Checks the whole log, or an export without the log. Exits with 1 if it is not as it was written. */
@Command(name = "verify", mixinStandardHelpOptions = true, description = "Checks the whole log, or an export; exits with 1 if anything was changed.")
final class AuditVerifyCommand implements Callable<Integer> {

    private static final int TELL_EVERY = 100_000;

    @ParentCommand
    private AuditCommand audit;

    @Option(names = "--checkpoint", paramLabel = "FILE|DIR", description = "Compares with checkpoints held elsewhere; may be repeated.")
    private List<Path> checkpoints = List.of();

    @Option(names = "--export", paramLabel = "FILE", description = "Checks an export (JSON Lines, CSV, PDF) instead of the log; needs --key or --checkpoint.")
    private Path export;

    @Option(names = "--key", paramLabel = "FILE", description = "With --export: the log's public key.")
    private Path key;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    private final Streams streams;

    AuditVerifyCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        List<SignedCheckpoint> external = CheckpointFiles.read(checkpoints);
        if (export == null) {
            Verdict verdict = log(external);
            return tell(verdict, json ? VerdictWords.json(verdict).toString() : VerdictWords.ofLog(verdict));
        }
        ExportVerdict verdict = export(external);
        return tell(verdict.verdict(), json ? VerdictWords.json(verdict).toString() : VerdictWords.ofExport(verdict));
    }

    private int tell(Verdict verdict, String words) {
        streams.out().line(words);
        return verdict.verified() ? 0 : Failures.REFUSED;
    }

    private Verdict log(List<SignedCheckpoint> external) throws IOException {
        try (Parts parts = audit.open(Permission.VERIFY_RECORDS)) {
            AuditLog log = parts.auditToRead();
            Verdict verdict = log.verify(external, records -> {
                if (records % TELL_EVERY == 0) {
                    streams.err().println(records + " records");
                }
                return true;
            });
            if (log.refusal().isEmpty()) {
                log.append(Optional.of(parts.user()),
                        new Entry.Verified(VerdictWords.outcome(verdict), verdict.records(),
                                verdict.root().hex(), verdict.external()));
                log.checkpoint();
                AuditCommand.tellUnreached(log, streams);
            }
            AuditCommand.tellOldStores(log.oldStores(), streams);
            return verdict;
        } catch (AuditException e) {
            if (e.problem() != AuditException.Problem.DAMAGED && e.problem() != AuditException.Problem.ALTERED) {
                throw e;
            }
            return new Verdict(Optional.of(new Finding(Change.DAMAGE, -1, -1, e.getMessage())), 0, Hash.EMPTY_TREE, 0,
                    external.size(), 0);
        }
    }

    private ExportVerdict export(List<SignedCheckpoint> external) throws IOException {
        if (Files.isDirectory(export)) {
            throw new RefusedException(export + " is a folder. --export takes a file that `audit export` wrote.");
        }
        return new ExportFile(key == null ? Optional.empty() : Optional.of(CheckpointFiles.key(key)), external)
                .verify(export.toAbsolutePath());
    }
}
