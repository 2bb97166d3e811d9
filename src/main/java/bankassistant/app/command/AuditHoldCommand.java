package bankassistant.app.command;

import bankassistant.app.Parts;
import bankassistant.app.RefusedException;
import bankassistant.app.Streams;
import bankassistant.audit.Hold;
import bankassistant.audit.Retention;
import bankassistant.identity.Permission;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Legal holds: what they cover is not erased until they are lifted. Setting and lifting one is a record. */
@Command(name = "hold", mixinStandardHelpOptions = true, description = "Sets, lists and lifts legal holds, which keep records from being erased (auditor).")
final class AuditHoldCommand implements Runnable {

    private static final String JSON = "Prints one JSON object a line.";

    @ParentCommand
    private AuditCommand audit;

    @Spec
    private CommandSpec spec;

    private final Streams streams;

    AuditHoldCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "Say what to do: " + String.join(", ", spec.subcommands().keySet()) + ".");
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Sets a hold on the records of a user, of a session, of a time, or where several are given on those that all cover.")
    int add(@Parameters(paramLabel = "REFERENCE", description = "Why, such as the number of a case. It stays in the log for good: no names.") String reference,
            @Option(names = "--user", paramLabel = "NAME", description = "Records of this user, and those about them.") String user,
            @Option(names = "--session", paramLabel = "ID", description = "Records of this session.") String session,
            @Option(names = "--from", paramLabel = "TIME", converter = AuditFilter.TimeWords.class, description = "From a time (2026-11-23, 2026-11-23T08:00:00Z) or some time ago (P7D).") Instant from,
            @Option(names = "--to", paramLabel = "TIME", converter = AuditFilter.TimeWords.class, description = "Before a time, given as for --from.") Instant to,
            @Option(names = "--json", description = JSON) boolean json) throws IOException {
        if (user == null && session == null && from == null && to == null) {
            throw new ParameterException(spec.subcommands().get("add"),
                    "Say what it is to cover: --user, --session, --from or --to.");
        }
        return with((retention, parts) -> List.of(retention.hold(parts.user(), reference,
                new Hold.Scope(Optional.ofNullable(user), Optional.ofNullable(session), Optional.ofNullable(from),
                        Optional.ofNullable(to)))),
                json, hold -> "Hold set: " + hold.words());
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the holds in force.")
    int list(@Option(names = "--json", description = JSON) boolean json) throws IOException {
        return with((retention, _) -> {
            List<Hold> holds = retention.holds();
            if (holds.isEmpty()) {
                streams.err().println("There are no holds.");
            }
            return holds;
        }, json, hold -> "%s  (%s, %s)".formatted(hold.words(), hold.by(), hold.since()));
    }

    @Command(name = "lift", mixinStandardHelpOptions = true, description = "Lifts a hold. What it kept is erased by the next expiry whose time it is.")
    int lift(@Parameters(paramLabel = "HOLD", description = "Its name, such as hold-1.") String name,
            @Option(names = "--reference", paramLabel = "WORDS", defaultValue = "", description = "Why. It stays in the log for good.") String reference,
            @Option(names = "--json", description = JSON) boolean json) throws IOException {
        return with((retention, parts) -> List.of(retention.lift(parts.user(), name, reference).orElseThrow(
                () -> new RefusedException("There is no hold " + name + " in force. `audit hold list` shows them."))),
                json, hold -> "Hold lifted: " + hold.words());
    }

    private int with(Act act, boolean json, Function<Hold, String> words) throws IOException {
        try (Parts parts = audit.open(Permission.HOLD_RECORDS)) {
            act.by(new Retention(parts.audit()), parts)
                    .forEach(hold -> streams.out().line(json ? object(hold).toString() : words.apply(hold)));
            return 0;
        }
    }

    private static ObjectNode object(Hold hold) {
        ObjectNode object = new ObjectMapper().createObjectNode().put("hold", hold.name())
                .put("reference", hold.terms().reference()).put("by", hold.by()).put("since", hold.since().toString())
                .put("sequence", hold.sequence());
        hold.terms().user().ifPresent(user -> object.put("user", user));
        hold.terms().session().ifPresent(session -> object.put("session", session));
        hold.terms().from().ifPresent(from -> object.put("from", from.toString()));
        hold.terms().to().ifPresent(to -> object.put("to", to.toString()));
        return object;
    }

    /** Something done with holds. */
    @FunctionalInterface
    private interface Act {

        List<Hold> by(Retention retention, Parts parts) throws IOException;
    }
}
