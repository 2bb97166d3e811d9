package bankassistant.app.command;

import bankassistant.app.Installation;
import bankassistant.app.Parts;
import bankassistant.app.Streams;
import bankassistant.audit.AuditLog;
import bankassistant.audit.Page;
import bankassistant.audit.record.AuditQuery;
import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import bankassistant.audit.record.Facts;
import bankassistant.audit.record.RecordFormat;
import bankassistant.identity.Permission;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Lists records, newest first. That they were looked at is a record itself. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists records, newest first.")
final class AuditListCommand implements Callable<Integer> {

    private static final int MOST = 100_000;

    @ParentCommand
    private AuditCommand audit;

    @Spec
    private CommandSpec spec;

    @Mixin
    private AuditFilter filter;

    @Option(names = "--limit", defaultValue = "50", description = "At most so many (${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--before", paramLabel = "SEQUENCE", description = "Only records before this one, for the next page.")
    private long before = Long.MAX_VALUE;

    @Option(names = "--json", description = "Prints one JSON object a line.")
    private boolean json;

    private final Streams streams;
    private final Supplier<Installation> installation;
    private final RecordFormat format = new RecordFormat();

    AuditListCommand(Streams streams, Supplier<Installation> installation) {
        this.streams = streams;
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        if (limit < 1 || limit > MOST) {
            throw new ParameterException(spec.commandLine(), "--limit must be 1 to " + MOST + ", not " + limit + ".");
        }
        try (Parts parts = audit.open(Permission.READ_ALL_RECORDS)) {
            AuditLog log = parts.audit();
            AuditQuery query = filter.query(log, installation.get(), spec);
            Page page = log.page(query, before, limit);
            log.append(Optional.of(parts.user()),
                    new Entry.RecordsListed(query.words(),
                            page.records().stream().map(AuditRecord::sequence).min(Long::compare),
                            Optional.of((long) page.records().size())));
            page.records().forEach(this::print);
            page.next().ifPresent(next -> streams.err().println("There are more: --before " + next));
            return 0;
        }
    }

    private void print(AuditRecord record) {
        streams.out().line(json
                ? format.json(record).toString()
                : record.entry() instanceof Entry.Erased erased
                        ? "%8d  %-24s  content erased".formatted(record.sequence(), erased.month())
                        : "%8d  %s  %-13s %-17s %s"
                                .formatted(record.sequence(), record.time(), record.user(), record.kind(), text(record))
                                .stripTrailing());
    }

    private static String text(AuditRecord record) {
        return record.happened().map(time -> "at " + time + ", recorded later").orElseGet(
                () -> Facts.text(record.entry()).replace('\n', ' '));
    }
}
