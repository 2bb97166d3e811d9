package bankassistant.app.command;

import bankassistant.app.Parts;
import bankassistant.app.SignInRequest;
import bankassistant.app.Streams;
import bankassistant.audit.AuditLog;
import bankassistant.audit.OldStore;
import bankassistant.identity.Permission;
import bankassistant.identity.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
        return open(needed, Role.AUDITOR);
    }

    /** @param usual the role in which the demo is signed in */
    Parts open(Permission needed, Role usual) throws IOException {
        Parts parts = root.open();
        try {
            root.signIn(parts, needed, usual);
            return parts;
        } catch (IOException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    /** Of somebody else than who works with the parts. @param passwordFile may be null */
    SignInRequest request(String user, Path passwordFile, Role usual) {
        return root.request(Optional.of(user), Optional.ofNullable(passwordFile), usual);
    }

    /** Tells which witness places could not be reached. */
    static void tellUnreached(AuditLog log, Streams streams) {
        log.unreached().forEach(folder -> streams.err().println("The witness place " + folder
                + " can't be reached. Checkpoints are copied there again when it is back; those between are not missed."));
    }

    /** Tells what restored backups left beside the log. */
    static void tellOldStores(List<OldStore> stores, Streams streams) {
        stores.forEach(store -> streams.err().println("An old store lies in " + store.file()
                + ", as the log was before a backup was restored on " + store.movedAside()
                + ". It is encrypted, and neither verified nor backed up; `audit expire` deletes it when its time is over."));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "Say what to do: " + String.join(", ", spec.subcommands().keySet()) + ".");
    }
}
