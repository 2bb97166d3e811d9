package bankassistant.app.command;

import bankassistant.app.Parts;
import bankassistant.app.RefusedException;
import bankassistant.app.Streams;
import bankassistant.audit.AuditException;
import bankassistant.audit.OldStore;
import bankassistant.identity.Permission;
import bankassistant.identity.Role;
import bankassistant.identity.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Brings the log back from a backup that is not older than what is known of the log. */
@Command(name = "restore", mixinStandardHelpOptions = true, description = "Brings the log back from a backup; refuses one that is altered, and one that is too old unless an administrator agrees.")
final class AuditRestoreCommand implements Callable<Integer> {

    @ParentCommand
    private AuditCommand audit;

    @Parameters(paramLabel = "FILE.zip", description = "What `audit backup` wrote.")
    private Path file;

    @Option(names = "--agreed-by", paramLabel = "NAME", description = "An administrator who agrees that an older state is restored and the records behind it are lost; signs in as well.")
    private String agreeing;

    @Option(names = "--agreed-by-password-file", paramLabel = "FILE", description = "Holds that administrator's password.")
    private Path agreeingFile;

    private final Streams streams;

    AuditRestoreCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        try (Parts parts = audit.open(Permission.AGREE_TO_OLDER_STORE)) {
            if (agreeing == null) {
                tell(parts.restoreAudit(file, Optional.empty()), parts.oldStores());
                return 0;
            }
            try (Session other = parts.signInBeside(audit.request(agreeing, agreeingFile, Role.ADMINISTRATOR))) {
                tell(parts.restoreAudit(file, Optional.of(other)), parts.oldStores());
            }
            return 0;
        } catch (AuditException e) {
            if (e.problem() == AuditException.Problem.REFUSED) {
                throw new RefusedException(e.getMessage(), e);
            }
            if (e.problem() == AuditException.Problem.OLDER) {
                throw new RefusedException(e.getMessage() + " Add --agreed-by with the administrator's name.", e);
            }
            throw e;
        }
    }

    private void tell(long records, List<OldStore> left) {
        streams.out().line("%,d records restored".formatted(records));
        AuditCommand.tellOldStores(left, streams);
    }
}
