package bankassistant.app.command;

import bankassistant.app.Parts;
import bankassistant.app.RefusedException;
import bankassistant.app.Streams;
import bankassistant.audit.AuditLog;
import bankassistant.audit.note.Checkpoint;
import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import bankassistant.audit.record.RecordFormat;
import bankassistant.audit.tree.Hash;
import bankassistant.audit.tree.Proofs;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import bankassistant.identity.Permission;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows a record as it stands in the log, with the proof that it stands there. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Shows one record and proves that it stands in the log.")
final class AuditShowCommand implements Callable<Integer> {

    @ParentCommand
    private AuditCommand audit;

    @Parameters(paramLabel = "SEQUENCE", description = "The record's number.")
    private long sequence;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    private final Streams streams;

    AuditShowCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        try (Parts parts = audit.open(Permission.READ_ALL_RECORDS)) {
            AuditLog log = parts.audit();
            AuditRecord record = log.record(sequence)
                    .orElseThrow(() -> new RefusedException("There is no record " + sequence + "."));
            log.append(Optional.of(parts.user()), new Entry.RecordViewed(sequence, 1));
            ObjectNode shown = shown(log, record);
            streams.out().line(json ? shown.toString() : shown.toPrettyString());
            return shown.path("proved").asBoolean() ? 0 : 1;
        }
    }

    private static ObjectNode shown(AuditLog log, AuditRecord record) {
        Checkpoint checkpoint = log.checkpoint().checkpoint();
        RecordFormat format = new RecordFormat();
        Hash leaf = format.leaf(record);
        List<Hash> proof = log.inclusion(record.sequence(), checkpoint.size());
        ObjectNode shown = new ObjectMapper().createObjectNode();
        shown.set("record", format.json(record));
        if (record.isErased()) {
            shown.put("erased", true);
        }
        shown.put("leaf", leaf.hex()).put("proved",
                Proofs.includes(leaf, record.sequence(), checkpoint.size(), proof, checkpoint.root()));
        shown.put("size", checkpoint.size()).put("root", checkpoint.root().hex());
        proof.forEach(hash -> shown.withArray("proof").add(hash.hex()));
        return shown;
    }
}
