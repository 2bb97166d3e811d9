package bankassistant.app.command;

import bankassistant.app.Parts;
import bankassistant.app.Streams;
import bankassistant.identity.AuditSettings;
import bankassistant.identity.Permission;
import bankassistant.identity.Role;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Says how long records are kept, or chooses it. */
@Command(name = "retention", mixinStandardHelpOptions = true, description = "Says how long records are kept, or chooses it (administrator).")
final class AuditRetentionCommand implements Callable<Integer> {

    @ParentCommand
    private AuditCommand audit;

    @Spec
    private CommandSpec spec;

    @Option(names = "--months", paramLabel = "MONTHS", description = "Records are kept for so many months behind the end of their month.")
    private Integer months;

    private final Streams streams;

    AuditRetentionCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        if (months != null && (months < 1 || months > AuditSettings.MOST_MONTHS)) {
            throw new ParameterException(spec.commandLine(),
                    "--months must be 1 to " + AuditSettings.MOST_MONTHS + ", not " + months + ".");
        }
        try (Parts parts = audit.open(Permission.CHANGE_SETTINGS, Role.ADMINISTRATOR)) {
            if (months != null) {
                parts.settings().audit(parts.session(), chosen -> chosen.keptFor(months));
            }
            streams.out().line("Records are kept for "
                    + RetentionWords.of(parts.settings().audit().retentionMonths())
                    + " behind the end of their month. An auditor erases older ones with `audit expire`.");
            return 0;
        }
    }
}
