package bankassistant.model.token;

import bankassistant.model.ModelFileException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A checked {@code tokenizer.json} of the Hugging Face tokenizers library: byte-pair encoding only. */
final class TokenizerJson {

    private static final long MAX_BYTES = 256L << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final ObjectNode root;
    private final String[] tokens;
    private final Map<String, Integer> added;

    private TokenizerJson(Path file, ObjectNode root, int vocabulary) throws ModelFileException {
        this.file = file;
        this.root = root;
        this.tokens = new String[vocabulary];
        this.added = new LinkedHashMap<>();
        checkModel(root.path("model"));
        readTokens(root.path("model").path("vocab"));
        readAdded(root.path("added_tokens"));
        requireNoHoles();
        root.putNull("truncation");
        root.putNull("padding");
    }

    static TokenizerJson read(Path file, int vocabulary) throws ModelFileException {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new ModelFileException(file, "", "is larger than %,d bytes".formatted(MAX_BYTES));
            }
            return parse(file, Files.readAllBytes(file), vocabulary);
        } catch (ModelFileException e) {
            throw e;
        } catch (IOException e) {
            throw new ModelFileException(file, "", "can't be read: " + e.getMessage(), e);
        }
    }

    /** @param file for messages only */
    static TokenizerJson parse(Path file, byte[] json, int vocabulary) throws ModelFileException {
        try {
            if (JSON.readTree(json) instanceof ObjectNode root) {
                return new TokenizerJson(file, root, vocabulary);
            }
            throw new ModelFileException(file, "", "is not a JSON object");
        } catch (JsonProcessingException e) {
            throw new ModelFileException(file, "", "is not valid JSON: " + e.getOriginalMessage(), e);
        } catch (ModelFileException e) {
            throw e;
        } catch (IOException e) {
            throw new ModelFileException(file, "", "is not UTF-8", e);
        }
    }

    private void checkModel(JsonNode model) throws ModelFileException {
        if (!model.path("type").asText("BPE").equals("BPE") || !model.path("vocab").isObject()
                || !model.path("merges").isArray()) {
            throw refuse("model", "is not byte-pair encoding (BPE), the only kind supported");
        }
        if (model.path("dropout").asDouble(0) != 0) {
            throw refuse("model.dropout", "would make the ids random");
        }
    }

    private void readTokens(JsonNode vocab) throws ModelFileException {
        for (Map.Entry<String, JsonNode> entry : vocab.properties()) {
            put(entry.getValue(), entry.getKey());
        }
    }

    private void readAdded(JsonNode list) throws ModelFileException {
        for (JsonNode token : list) {
            String content = token.path("content").asText();
            if (content.isEmpty()) {
                throw refuse("added_tokens", "has a token without content");
            }
            added.put(content, put(token.path("id"), content));
        }
    }

    private int put(JsonNode id, String token) throws ModelFileException {
        if (!id.canConvertToInt() || !id.isIntegralNumber() || id.intValue() < 0 || id.intValue() >= tokens.length) {
            throw refuse("vocabulary", "has the id %s, the model has %,d tokens".formatted(id, tokens.length));
        }
        String before = tokens[id.intValue()];
        if (before != null && !before.equals(token)) {
            throw refuse("vocabulary", "gives the id %s to two tokens".formatted(id));
        }
        tokens[id.intValue()] = token;
        return id.intValue();
    }

    private void requireNoHoles() throws ModelFileException {
        for (int id = 0; id < tokens.length; id++) {
            if (tokens[id] == null) {
                throw refuse("vocabulary", "has no token %,d, the model has %,d".formatted(id, tokens.length));
            }
        }
    }

    Path file() {
        return file;
    }

    /** The added tokens, such as those of a chat template, with their ids. */
    Map<String, Integer> added() {
        return added;
    }

    /** The bytes each id stands for. */
    byte[][] bytes() throws ModelFileException {
        boolean byteLevel = usesByteLevel(root.path("decoder"));
        if (!byteLevel && !root.path("model").path("byte_fallback").asBoolean()) {
            throw refuse("decoder", "is neither byte-level nor SentencePiece with byte fallback");
        }
        ByteLevel alphabet = new ByteLevel();
        byte[][] bytes = new byte[tokens.length][];
        for (int id = 0; id < tokens.length; id++) {
            String token = tokens[id];
            if (added.containsKey(token)) {
                bytes[id] = token.getBytes(StandardCharsets.UTF_8);
            } else if (byteLevel) {
                String where = "token " + id;
                bytes[id] = alphabet.bytes(token).orElseThrow(() -> refuse(where, "is not of the byte-level alphabet"));
            } else {
                bytes[id] = SentencePieceBytes.bytes(token);
            }
        }
        return bytes;
    }

    private static boolean usesByteLevel(JsonNode decoder) {
        if (decoder.path("type").asText().equals("ByteLevel")) {
            return true;
        }
        for (JsonNode part : decoder.path("decoders")) {
            if (part.path("type").asText().equals("ByteLevel")) {
                return true;
            }
        }
        return false;
    }

    /** Whether decoding drops the space that the normalizer put before the text. */
    boolean dropsFirstSpace() {
        for (JsonNode part : root.path("decoder").path("decoders")) {
            if (part.path("type").asText().equals("Strip") && part.path("start").asInt() == 1) {
                return true;
            }
        }
        return false;
    }

    /** The document, with truncation and padding off. */
    String json() {
        return root.toString();
    }

    /** The same without added tokens: none is found in a text. */
    String plainJson() {
        ObjectNode plain = root.objectNode();
        plain.setAll(root);
        plain.putArray("added_tokens");
        return plain.toString();
    }

    ModelFileException refuse(String where, String reason) {
        return new ModelFileException(file, where, reason);
    }
}
