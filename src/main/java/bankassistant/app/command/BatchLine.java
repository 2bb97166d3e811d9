package bankassistant.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Optional;

/**
 * A line of a batch: {@code {"id": …, "text": "…", "conversation": "…"}}, the last optional.
 *
 * @param id           a string or number, given back with the answer; JSON null where the line has none
 * @param conversation lines with the same one share their placeholders
 */
record BatchLine(JsonNode id, String text, Optional<String> conversation) {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** @throws InvalidException with what is wrong */
    static BatchLine parse(String line) {
        JsonNode json;
        try {
            json = MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new InvalidException(NullNode.instance, "not a JSON object: {\"id\": …, \"text\": …} is expected");
        }
        if (!json.isObject()) {
            throw new InvalidException(NullNode.instance, "not a JSON object: {\"id\": …, \"text\": …} is expected");
        }
        JsonNode id = json.path("id");
        if (!id.isTextual() && !id.isNumber()) {
            throw new InvalidException(NullNode.instance, "\"id\" must be a string or a number");
        }
        if (!json.path("text").isTextual()) {
            throw new InvalidException(id, "\"text\" must be a string");
        }
        JsonNode conversation = json.path("conversation");
        if (!conversation.isMissingNode() && !conversation.isNull() && !conversation.isTextual()
                && !conversation.isNumber()) {
            throw new InvalidException(id, "\"conversation\" must be a string or a number");
        }
        return new BatchLine(id, json.path("text").textValue(),
                conversation.isValueNode() && !conversation.isNull()
                        ? Optional.of(conversation.asText())
                        : Optional.empty());
    }

    /** A line that holds no question. */
    static final class InvalidException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient JsonNode id;

        InvalidException(JsonNode id, String message) {
            super(message);
            this.id = id;
        }

        /** The line's id as far as it could be read, else JSON null. */
        JsonNode id() {
            return id;
        }
    }
}
