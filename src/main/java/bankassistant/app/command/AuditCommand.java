package bankassistant.app.command;

import bankassistant.app.Parts;
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

    /** The application's parts, for the commands below this one. */
    Parts open() {
        return root.open();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "Say what to do: " + String.join(", ", spec.subcommands().keySet()) + ".");
    }
}
