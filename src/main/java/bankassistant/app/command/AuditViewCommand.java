package bankassistant.app.command;

import bankassistant.app.Installation;
import bankassistant.app.LogView;
import bankassistant.app.Parts;
import bankassistant.app.RefusedException;
import bankassistant.ui.AuditLauncher;
import bankassistant.ui.NoDisplayException;
import bankassistant.identity.Permission;
import bankassistant.ui.audit.AuditRecords;
import bankassistant.ui.audit.GuardedRecords;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Shows the audit log in a window, also one that is not as it was left. */
@Command(name = "view", mixinStandardHelpOptions = true, description = "Shows the audit log in a window.")
final class AuditViewCommand implements Callable<Integer> {

    @ParentCommand
    private AuditCommand audit;

    private final Supplier<Installation> installation;

    AuditViewCommand(Supplier<Installation> installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        try (Parts parts = audit.open(Permission.READ_ALL_RECORDS)) {
            AuditRecords records = LogView.of(parts.auditToRead(), parts.user(), parts.settings(), installation.get());
            AuditLauncher.run(new GuardedRecords(parts.session(), () -> records), parts.data());
            return 0;
        } catch (NoDisplayException e) {
            throw new RefusedException("There is no display. `audit list` shows records in the terminal.", e);
        }
    }
}
