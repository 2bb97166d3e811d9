package bankassistant.audit.export;

import bankassistant.audit.tree.Hash;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Pieces of an export's lines, from JSON that may be anything. */
final class ExportJson {

    private static final int MOST_HASHES = 64;

    private ExportJson() {}

    static Set<String> names(ObjectNode json) {
        return json.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    static OptionalLong number(JsonNode json) {
        return json.isIntegralNumber() && json.canConvertToLong()
                ? OptionalLong.of(json.longValue())
                : OptionalLong.empty();
    }

    static Optional<List<Hash>> proof(JsonNode json) {
        if (!json.isArray() || json.size() > MOST_HASHES) {
            return Optional.empty();
        }
        List<Hash> proof = new ArrayList<>();
        for (JsonNode text : json) {
            Optional<Hash> hash = text.isTextual() ? Hash.ofBase64(text.textValue()) : Optional.empty();
            if (hash.isEmpty()) {
                return Optional.empty();
            }
            proof.add(hash.get());
        }
        return Optional.of(proof);
    }
}
