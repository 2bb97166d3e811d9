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
import bankassistant.audit.export.ExportVerification;
import bankassistant.audit.note.SignedCheckpoint;
import bankassistant.audit.record.Entry;
import bankassistant.audit.tree.Hash;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import bankassistant.identity.Permission;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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

    @Option(names = "--export", paramLabel = "FILE.jsonl", description = "Checks an export instead of the log; needs --key or --checkpoint.")
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
        Verdict verdict = export == null ? log(external) : export(external);
        streams.out().line(json ? object(verdict).toString() : words(verdict));
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
                log.append(Optional.of(parts.user()), new Entry.Verified(outcome(verdict), verdict.records(),
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

    private Verdict export(List<SignedCheckpoint> external) throws IOException {
        if (Files.isDirectory(export)) {
            throw new RefusedException(export + " is a folder. --export takes a file of JSON lines.");
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(export))) {
            return new ExportVerification(key == null ? Optional.empty() : Optional.of(CheckpointFiles.key(key)),
                    external).verify(in);
        }
    }

    private static String outcome(Verdict verdict) {
        return verdict.finding().map(finding -> finding.change().name().toLowerCase(Locale.ROOT)).orElse("verified");
    }

    private static ObjectNode object(Verdict verdict) {
        ObjectNode object = new ObjectMapper().createObjectNode().put("verified", verdict.verified())
                .put("records", verdict.records()).put("erased", verdict.erased()).put("root", verdict.root().hex())
                .put("internal_checkpoints", verdict.internal()).put("external_checkpoints", verdict.external())
                .put("checkpoints_given_up", verdict.givenUp()).put("confirmed_records", verdict.reach());
        verdict.finding().ifPresent(finding -> {
            object.put("change", finding.change().name().toLowerCase(Locale.ROOT));
            if (finding.first() >= 0) {
                object.put("first_record", finding.first()).put("last_record", finding.last());
            }
            object.put("reason", finding.words());
        });
        return object;
    }

    private String words(Verdict verdict) {
        return verdict.finding().map(finding -> "NOT verified: " + finding.change().words() + place(finding) + ". "
                + finding.words())
                .orElseGet(() -> "Verified: %,d records, root %s.%n".formatted(verdict.records(), verdict.root())
                        + (verdict.erased() == 0
                                ? ""
                                : "The contents of %,d of them were erased%s.%n".formatted(verdict.erased(),
                                        export == null
                                                ? ", as the log's own records of expiry say"
                                                : "; the log they come from says when and why"))
                        + (verdict.givenUp() == 0
                                ? ""
                                : "%,d checkpoints from outside speak of records that were given up when an older backup was restored: see `audit list --kind restored`.%n"
                                        .formatted(verdict.givenUp()))
                        + (verdict.reach() == 0
                                ? "No checkpoint from outside was compared: an exchange of the whole store would not show."
                                : "Checkpoints from outside speak for the first %,d.".formatted(verdict.reach())));
    }

    private static String place(Finding finding) {
        if (finding.first() < 0) {
            return "";
        }
        return finding.first() == finding.last()
                ? " (record " + finding.first() + ")"
                : " (records " + finding.first() + " to " + finding.last() + ")";
    }
}
