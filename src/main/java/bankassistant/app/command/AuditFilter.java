package bankassistant.app.command;

import bankassistant.app.Installation;
import bankassistant.audit.AuditLog;
import bankassistant.audit.record.AuditQuery;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** Options that say which records are wanted. */
final class AuditFilter {

    @Option(names = "--user", paramLabel = "NAME", description = "Only of this user; may be repeated.")
    private List<String> users = List.of();

    @Option(names = "--kind", paramLabel = "KIND", description = "Only of this kind, such as question; may be repeated.")
    private List<String> kinds = List.of();

    @Option(names = "--intent", paramLabel = "INTENT", description = "Only questions and answers of this intent; may be repeated.")
    private List<String> intents = List.of();

    @Option(names = "--in-scope", paramLabel = "true|false", arity = "1", description = "Only banking questions, or only others.")
    private Boolean inScope;

    @Option(names = "--policy", paramLabel = "ID", description = "Only answers that cite this policy.")
    private String policy;

    @Option(names = "--text", paramLabel = "WORDS", description = "Only what holds all these words.")
    private String text;

    @Option(names = "--from", paramLabel = "TIME", converter = TimeWords.class, description = "From a time (2026-11-23, 2026-11-23T08:00:00Z) or some time ago (PT2H, P7D).")
    private Instant from;

    @Option(names = "--to", paramLabel = "TIME", converter = TimeWords.class, description = "Before a time, given as for --from.")
    private Instant to;

    /** @throws ParameterException if it asks for what nothing can match, such as a misspelled kind */
    AuditQuery query(AuditLog log, Installation installation, CommandSpec spec) {
        AuditQuery query = query();
        new KnownValues(log, installation).fault(query).ifPresent(fault -> {
            throw new ParameterException(spec.commandLine(), fault);
        });
        return query;
    }

    private AuditQuery query() {
        return new AuditQuery(Optional.ofNullable(from), Optional.ofNullable(to), Set.copyOf(users), Set.copyOf(kinds),
                Set.copyOf(intents), Optional.ofNullable(inScope), Optional.ofNullable(policy),
                Optional.ofNullable(text));
    }

    /** A time, the beginning of a day here, or a duration before now. */
    static final class TimeWords implements ITypeConverter<Instant> {

        @Override
        public Instant convert(String value) {
            try {
                if (value.startsWith("P")) {
                    return InstantSource.system().instant().minus(Duration.parse(value));
                }
                return value.contains("T")
                        ? Instant.parse(value)
                        : LocalDate.parse(value).atStartOfDay(ZoneId.systemDefault()).toInstant();
            } catch (DateTimeException e) {
                throw new TypeConversionException(
                        "expected a time such as 2026-11-23, 2026-11-23T08:00:00Z, PT2H or P7D"
                                + " but was '" + value + "'");
            }
        }
    }
}
