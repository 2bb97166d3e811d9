package bankassistant.audit.export;

import bankassistant.audit.AuditLog;
import bankassistant.audit.note.SignedCheckpoint;
import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.RecordFormat;
import bankassistant.audit.tree.Hash;
import bankassistant.audit.tree.Nodes;
import bankassistant.audit.tree.Proofs;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An export that proves itself: the first line holds a signed checkpoint, the key's public half and proofs of growth from earlier
 * checkpoints; each further line a record, or the hash of an erased one, and the proof that it stands below that checkpoint; the last line their number
 * (src/docs/audit-format.md).
 */
final class JsonLinesExport {

    static final String FORMAT = "banking-assistant-audit-export";
    /** The first in which a record can be an erased one. */
    static final int VERSION = 2;

    private static final int EARLIER_CHECKPOINTS = 50;

    private final AuditLog log;
    private final OutputStream out;
    private final ObjectMapper mapper = new ObjectMapper();
    private final RecordFormat format = new RecordFormat();
    private final Nodes nodes;
    private long written;

    JsonLinesExport(AuditLog log, OutputStream out) {
        this.log = log;
        this.out = new BufferedOutputStream(out, 1 << 16);
        nodes = remembered(log.nodes());
    }

    /** Neighbouring proofs share all but their lowest nodes. */
    private static Nodes remembered(Nodes nodes) {
        Map<List<Long>, Hash> known = new HashMap<>();
        return (level, index) -> level < 2
                ? nodes.node(level, index)
                : known.computeIfAbsent(List.of((long) level, index), _ -> nodes.node(level, index));
    }

    long write(Selection wanted, List<SignedCheckpoint> since) throws IOException {
        SignedCheckpoint checkpoint = log.checkpoint();
        long size = checkpoint.checkpoint().size();
        line(header(wanted, checkpoint, since));
        try {
            wanted.each(log, size, record -> write(record, size));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        line(mapper.createObjectNode().put("records", written));
        out.flush();
        return written;
    }

    private ObjectNode header(Selection wanted, SignedCheckpoint checkpoint, List<SignedCheckpoint> since) {
        ObjectNode header = mapper.createObjectNode().put("format", FORMAT).put("version", VERSION)
                .put("query", wanted.words()).put("key", log.key().text()).put("checkpoint", checkpoint.text());
        ArrayNode growth = header.putArray("growth");
        long size = checkpoint.checkpoint().size();
        Stream.concat(log.checkpoints(EARLIER_CHECKPOINTS).stream(), since.stream()).distinct()
                .filter(earlier -> earlier.checkpoint().size() > 0 && earlier.checkpoint().size() <= size)
                .forEach(earlier -> growth.addObject().put("checkpoint", earlier.text()).set("proof",
                        proof(Proofs.consistency(earlier.checkpoint().size(), size, nodes))));
        return header;
    }

    private void write(AuditRecord record, long size) {
        ObjectNode line = mapper.createObjectNode();
        if (record.isErased()) {
            line.put("erased", record.sequence()).put("leaf", format.leaf(record).base64());
        } else {
            line.set("record", format.json(record));
        }
        line.set("proof", proof(Proofs.inclusion(record.sequence(), size, nodes)));
        try {
            line(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        written++;
    }

    private ArrayNode proof(List<Hash> hashes) {
        ArrayNode proof = mapper.createArrayNode();
        hashes.forEach(hash -> proof.add(hash.base64()));
        return proof;
    }

    private void line(ObjectNode json) throws IOException {
        out.write(mapper.writeValueAsBytes(json));
        out.write('\n');
    }
}
