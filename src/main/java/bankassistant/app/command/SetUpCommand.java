package bankassistant.app.command;

import bankassistant.app.Parts;
import bankassistant.app.RefusedException;
import bankassistant.app.Streams;
import bankassistant.identity.Identity;
import bankassistant.identity.Password;
import bankassistant.identity.PasswordCost;
import bankassistant.identity.RecoveryKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Makes the first two users. */
@Command(name = "set-up", mixinStandardHelpOptions = true, description = "Makes the first two users, an administrator and an auditor: two persons, who type their passwords each in the other's absence. Prints the recovery key, once.")
final class SetUpCommand implements Callable<Integer> {

    @ParentCommand
    private RootCommand root;

    @Option(names = "--administrator", paramLabel = "NAME", description = "The administrator's name; asked for where it is not given.")
    private String administrator;

    @Option(names = "--administrator-password-file", paramLabel = "FILE", description = "Holds the administrator's password.")
    private Path administratorsFile;

    @Option(names = "--auditor", paramLabel = "NAME", description = "The auditor's name; asked for where it is not given.")
    private String auditor;

    @Option(names = "--auditor-password-file", paramLabel = "FILE", description = "Holds the auditor's password.")
    private Path auditorsFile;

    private final Streams streams;

    SetUpCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        if (root.isDemo()) {
            throw new RefusedException("The demo bank has its users already; it needs no set-up.");
        }
        Secrets secrets = new Secrets(streams);
        try (Parts parts = root.open()) {
            Identity identity = parts.identity();
            if (identity.isSetUp()) {
                throw new RefusedException("There are users already. Set-up is done once.");
            }
            String first = name(administrator, "Name of the administrator");
            try (Password firsts = secrets.chosen(administratorsFile,
                    "Password of " + first + ", at least 12 characters")) {
                Identity.requireGood(first, firsts);
                String second = name(auditor, "Name of the auditor, another person");
                try (Password seconds = secrets.chosen(auditorsFile, "Password of " + second
                        + ", at least 12 characters")) {
                    setUp(identity, first, firsts, second, seconds);
                }
            }
            return 0;
        }
    }

    private void setUp(Identity identity, String first, Password firsts, String second, Password seconds)
            throws IOException {
        try (RecoveryKey recovery = identity.setUp(first, firsts, second, seconds, PasswordCost.calibrated())) {
            streams.err().println("This is the recovery key. It is shown once. " + second
                    + " writes it down and keeps it where "
                    + first + " can't have it: it lets new colleagues in, and those who forgot their passwords.");
            char[] text = recovery.text();
            streams.out().line(new String(text));
            Arrays.fill(text, '\0');
            streams.err().println("`assistant users add NAME --role teller` adds the next user.");
        }
    }

    private String name(String given, String label) {
        return given == null ? streams.prompt().line(label) : given;
    }
}
