package bankassistant.app.command;

import bankassistant.app.Parts;
import bankassistant.identity.Permission;
import bankassistant.identity.Role;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Reads and checks the audit log; each thing that can be done is a command below this one. */
@Command(name = "audit", mixinStandardHelpOptions = true, description = "Reads, checks and exports the audit log.")
final class AuditCommand implements Runnable {

    @ParentCommand
    private RootCommand root;

    @Spec
    private CommandSpec spec;

    /** The application's parts, for the commands below this one, with somebody signed in who may do that. */
    Parts open(Permission needed) throws IOException {
        Parts parts = root.open();
        try {
            root.signIn(parts, needed, Role.AUDITOR);
            return parts;
        } catch (IOException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "Say what to do: " + String.join(", ", spec.subcommands().keySet()) + ".");
    }
}
