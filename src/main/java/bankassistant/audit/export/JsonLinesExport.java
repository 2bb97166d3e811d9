package bankassistant.audit.export;

import bankassistant.audit.AuditLog;
import bankassistant.audit.note.SignedCheckpoint;
import bankassistant.audit.note.SignedExport;
import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import bankassistant.audit.record.RecordFormat;
import bankassistant.audit.tree.Hash;
import bankassistant.audit.tree.Nodes;
import bankassistant.audit.tree.Proofs;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An export that proves itself: the first line holds a signed checkpoint, the key's public half and proofs of growth from earlier
 * checkpoints; each further line a record, or the hash of an erased one, and the proof that it stands below that checkpoint; the last line their number
 * and what the log says of all lines before, signed (src/docs/audit-format.md). Before the first erased one stand the records of
 * expiries, which say why.
 */
final class JsonLinesExport implements Rendition {

    static final String FORMAT = "banking-assistant-audit-export";
    static final int VERSION = 3;
    /** The first whose last line is signed. */
    static final int SIGNED = 3;

    private static final int EARLIER_CHECKPOINTS = 50;

    private final AuditLog log;
    private final SignedCheckpoint checkpoint;
    private final OutputStream out;
    private final MessageDigest digest = Hash.sha256();
    private final ObjectMapper mapper = new ObjectMapper();
    private final RecordFormat format = new RecordFormat();
    private final Nodes nodes;
    private boolean expiriesWritten;

    /** @param checkpoint that the records are proved by */
    JsonLinesExport(AuditLog log, SignedCheckpoint checkpoint, OutputStream out) {
        this.log = log;
        this.checkpoint = checkpoint;
        this.out = new BufferedOutputStream(new DigestOutputStream(out, digest), 1 << 16);
        nodes = remembered(log.nodes());
    }

    /** Neighbouring proofs share all but their lowest nodes. */
    private static Nodes remembered(Nodes nodes) {
        Map<List<Long>, Hash> known = new HashMap<>();
        return (level, index) -> level < 2
                ? nodes.node(level, index)
                : known.computeIfAbsent(List.of((long) level, index), _ -> nodes.node(level, index));
    }

    /**
     * @param query what was asked for, in words
     * @param since checkpoints to prove growth from
     */
    void begin(String query, List<SignedCheckpoint> since) throws IOException {
        ObjectNode header = mapper.createObjectNode().put("format", FORMAT).put("version", VERSION)
                .put("query", query).put("key", log.key().text()).put("checkpoint", checkpoint.text());
        ArrayNode growth = header.putArray("growth");
        long size = checkpoint.checkpoint().size();
        Stream.concat(log.checkpoints(EARLIER_CHECKPOINTS).stream(), since.stream()).distinct()
                .filter(earlier -> earlier.checkpoint().size() > 0 && earlier.checkpoint().size() <= size)
                .forEach(earlier -> growth.addObject().put("checkpoint", earlier.text()).set("proof",
                        proof(Proofs.consistency(earlier.checkpoint().size(), size, nodes))));
        line(header);
    }

    @Override
    public void write(AuditRecord record) throws IOException {
        if (record.entry() instanceof Entry.Erased erased) {
            writeExpiries();
            line(mapper.createObjectNode().put("erased", record.sequence()).put("leaf", format.leaf(record).base64())
                    .put("month", erased.month()), record);
        } else {
            line(mapper.createObjectNode().set("record", format.json(record)), record);
        }
    }

    private void writeExpiries() throws IOException {
        if (!expiriesWritten) {
            expiriesWritten = true;
            for (AuditRecord record : log.expiries()) {
                // what came behind the checkpoint is not proved by it, and erased nothing of what stands before
                if (record.sequence() < checkpoint.checkpoint().size()) {
                    line(mapper.createObjectNode().set("expiry", format.json(record)), record);
                }
            }
        }
    }

    /** Hash of all lines so far; the last one is still to come. */
    Hash digest() throws IOException {
        out.flush();
        return Hash.of(digest.digest());
    }

    void end(SignedExport note) throws IOException {
        out.write((last(note) + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** The last line, without its end. */
    static String last(SignedExport note) {
        try {
            ObjectMapper mapper = new ObjectMapper();
            return mapper.writeValueAsString(mapper.createObjectNode().put("records", note.statement().records())
                    .put("statement", note.text()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a number and a text can be written", e);
        }
    }

    private void line(ObjectNode line, AuditRecord record) throws IOException {
        line.set("proof",
                proof(Proofs.inclusion(record.sequence(), checkpoint.checkpoint().size(), nodes)));
        line(line);
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
