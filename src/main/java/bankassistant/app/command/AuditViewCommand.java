package bankassistant.app.command;

import bankassistant.app.Installation;
import bankassistant.app.Parts;
import bankassistant.app.RefusedException;
import bankassistant.audit.AuditLog;
import bankassistant.policy.BankingIntents;
import bankassistant.policy.PolicyFolder;
import bankassistant.policy.PolicyLibrary;
import bankassistant.policy.PolicyReader;
import bankassistant.privacy.Candidate.Kind;
import bankassistant.ui.AuditLauncher;
import bankassistant.ui.NoDisplayException;
import bankassistant.ui.audit.LogRecords;
import bankassistant.identity.Permission;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Shows the audit log in a window, also one that is not as it was left. */
@Command(name = "view", mixinStandardHelpOptions = true, description = "Shows the audit log in a window.")
final class AuditViewCommand implements Callable<Integer> {

    private static final List<String> PII = Stream
            .of(Kind.CARD, Kind.SSN, Kind.IBAN, Kind.EMAIL, Kind.PHONE, Kind.ROUTING, Kind.ACCOUNT).map(Kind::type)
            .toList();

    @ParentCommand
    private AuditCommand audit;

    private final Supplier<Installation> installation;

    AuditViewCommand(Supplier<Installation> installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        try (Parts parts = audit.open(Permission.READ_ALL_RECORDS)) {
            AuditLog log = parts.auditToRead();
            PolicyLibrary policies = new PolicyFolder(new PolicyReader(), BankingIntents.names())
                    .read(installation.get().policies());
            AuditLauncher.run(new LogRecords(log, parts.user(), () -> policies, BankingIntents.names(), PII),
                    parts.data());
            return 0;
        } catch (NoDisplayException e) {
            throw new RefusedException("There is no display. `audit list` shows records in the terminal.", e);
        }
    }
}
