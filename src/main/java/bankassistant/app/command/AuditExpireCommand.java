package bankassistant.app.command;

import bankassistant.app.Parts;
import bankassistant.app.Streams;
import bankassistant.audit.Expiry;
import bankassistant.audit.Retention;
import bankassistant.audit.record.Entry;
import bankassistant.identity.Permission;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Erases what records say whose time is over. Only says what it would do, unless it is told to do it. */
@Command(name = "expire", mixinStandardHelpOptions = true, description = "Shows which records are older than they are to be kept; --yes erases what they say, for good (auditor).")
final class AuditExpireCommand implements Callable<Integer> {

    @ParentCommand
    private AuditCommand audit;

    @Option(names = "--yes", description = "Erases. Without it nothing is changed.")
    private boolean yes;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    private final Streams streams;

    AuditExpireCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        try (Parts parts = audit.open(Permission.EXPIRE_RECORDS)) {
            Retention retention = new Retention(parts.audit());
            int months = parts.settings().audit().retentionMonths();
            Expiry expiry = yes ? retention.expire(parts.user(), months) : retention.due(months);
            if (json) {
                streams.out().line(object(expiry).toString());
            } else {
                tell(expiry);
            }
            return 0;
        }
    }

    private void tell(Expiry expiry) {
        streams.out().line("Records are kept for %s behind the end of their month; as of %s.".formatted(
                RetentionWords.of(expiry.retentionMonths()), expiry.asOf()));
        for (Entry.ExpiredMonth month : expiry.months()) {
            streams.out().line("  %s  %,9d records%s".formatted(month.month(), month.records() - month.kept().size(),
                    month.kept().isEmpty() ? "" : ", %,d more are kept for holds".formatted(month.kept().size())));
        }
        if (!expiry.released().isEmpty()) {
            streams.out().line("  %,d records that holds had kept".formatted(expiry.released().size()));
        }
        expiry.held().forEach(month -> streams.out().line("  %s stays whole: holds cover it".formatted(month)));
        expiry.oldStores().forEach(store -> streams.out().line(
                "  %s  as the log was before a backup was restored on %s".formatted(store.name(), store.movedAside())));
        expiry.heldStores().forEach(store -> streams.out().line(
                "  %s  stays: holds may cover records in it".formatted(store.name())));
        streams.out().line(outcome(expiry));
    }

    private String outcome(Expiry expiry) {
        String stores = switch (expiry.oldStores().size()) {
            case 0 -> "";
            case 1 -> " and the old store";
            default -> " and the old stores";
        };
        if (expiry.isEmpty()) {
            return "Nothing is to be erased.";
        }
        return yes
                ? "Erased: what %,d records said%s. Their hashes stay, and the log verifies as before. Backups made before still hold them."
                        .formatted(expiry.records(), stores)
                : "Nothing was erased. `assistant audit expire --yes` erases what these %,d records say%s, for good."
                        .formatted(expiry.records(), stores);
    }

    private ObjectNode object(Expiry expiry) {
        ObjectNode object = new ObjectMapper().createObjectNode().put("erased", yes && !expiry.isEmpty())
                .put("as_of", expiry.asOf().toString()).put("retention_months", expiry.retentionMonths())
                .put("records", expiry.records()).put("kept", expiry.kept()).put("released", expiry.released().size());
        ArrayNode months = object.putArray("months");
        expiry.months()
                .forEach(month -> months.addObject().put("month", month.month())
                        .put("records", month.records() - month.kept().size()).put("kept", month.kept().size()));
        expiry.held().forEach(object.putArray("held_months")::add);
        expiry.oldStores().forEach(store -> object.withArray("old_stores").add(store.name()));
        expiry.heldStores().forEach(store -> object.withArray("held_old_stores").add(store.name()));
        return object;
    }
}
