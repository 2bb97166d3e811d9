package bankassistant.audit.export;

import bankassistant.audit.note.SignedCheckpoint;
import bankassistant.audit.note.VerifyingKey;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/**
 * The first line of an export.
 *
 * @param query  what was asked for, in words
 * @param growth earlier checkpoints, each with a proof; nobody has looked at them
 */
record ExportHeader(int version, String query, VerifyingKey key, SignedCheckpoint checkpoint, JsonNode growth) {

    private static final Set<String> NAMES = Set.of("format", "version", "query", "key", "checkpoint", "growth");

    /** From an object that has this form; empty for any other. Whether the checkpoint is signed is another question. */
    static Optional<ExportHeader> parse(ObjectNode json) {
        JsonNode version = json.path("version");
        if (!ExportJson.names(json).equals(NAMES) || !json.path("format").asText().equals(JsonLinesExport.FORMAT)
                || !version.isInt() || version.intValue() < 1 || version.intValue() > JsonLinesExport.VERSION
                || !json.path("query").isTextual()) {
            return Optional.empty();
        }
        return VerifyingKey.parse(json.path("key").asText())
                .flatMap(key -> SignedCheckpoint.parse(json.path("checkpoint").asText())
                        .map(note -> new ExportHeader(version.intValue(), json.path("query").textValue(), key, note,
                                json.path("growth"))));
    }

    /** Whether the last line is signed, so that all is known that belongs to the export. */
    boolean isSigned() {
        return version >= JsonLinesExport.SIGNED;
    }

    /** Records in the log. */
    long size() {
        return checkpoint.checkpoint().size();
    }
}
