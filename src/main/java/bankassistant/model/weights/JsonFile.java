package bankassistant.model.weights;

import bankassistant.model.ModelFileException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;

/** A JSON object in a file, read strictly: no name twice, nothing behind it. Its getters refuse values of another kind. */
final class JsonFile {

    private static final ObjectMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private final Path path;
    private final ObjectNode root;

    private JsonFile(Path path, ObjectNode root) {
        this.path = path;
        this.root = root;
    }

    /** @param most bytes the file may have */
    static JsonFile read(MappedFile file, long most) throws ModelFileException {
        if (file.size() > most) {
            throw new ModelFileException(file.path(), "", "is larger than %,d bytes".formatted(most));
        }
        return parse(file.path(), file.bytes(0, file.size(), ""));
    }

    static JsonFile read(Path path, long most) throws ModelFileException {
        try (MappedFile file = MappedFile.open(path)) {
            return read(file, most);
        }
    }

    static JsonFile parse(Path path, byte[] json) throws ModelFileException {
        try {
            if (JSON.readTree(json) instanceof ObjectNode root) {
                return new JsonFile(path, root);
            }
            throw new ModelFileException(path, "", "is not a JSON object");
        } catch (JsonProcessingException e) {
            throw new ModelFileException(path, "", "is not valid JSON: " + e.getOriginalMessage(), e);
        } catch (ModelFileException e) {
            throw e;
        } catch (IOException e) {
            throw new ModelFileException(path, "", "is not UTF-8", e);
        }
    }

    ObjectNode root() {
        return root;
    }

    ModelFileException refuse(String field, String reason) {
        return new ModelFileException(path, field.replaceAll("\\p{C}", "?"), reason);
    }

    /** Whether the field is there and neither null, false nor empty. */
    boolean isSet(String field) {
        JsonNode value = root.path(field);
        return !(value.isMissingNode() || value.isNull() || value.isBoolean() && !value.booleanValue()
                || value.isContainerNode() && value.isEmpty());
    }

    boolean flag(String field) throws ModelFileException {
        JsonNode value = root.path(field);
        if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
            throw refuse(field, "must be true or false");
        }
        return value.booleanValue();
    }

    int integer(String field) throws ModelFileException {
        return integer(field, root.path(field));
    }

    int integer(String field, int otherwise) throws ModelFileException {
        JsonNode value = root.path(field);
        return value.isMissingNode() || value.isNull() ? otherwise : integer(field, value);
    }

    int integer(String field, JsonNode value) throws ModelFileException {
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw refuse(field, value.isMissingNode() ? "is missing" : "must be a whole number");
        }
        return value.intValue();
    }

    double number(String field, double otherwise) throws ModelFileException {
        JsonNode value = root.path(field);
        return value.isMissingNode() || value.isNull() ? otherwise : number(field, value);
    }

    double number(String field, JsonNode value) throws ModelFileException {
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw refuse(field, value.isMissingNode() ? "is missing" : "must be a number");
        }
        return value.doubleValue();
    }

    String text(String field, String otherwise) throws ModelFileException {
        JsonNode value = root.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isTextual()) {
            throw refuse(field, "must be a string");
        }
        return value.textValue();
    }
}
