package bankassistant.model.token;

import bankassistant.model.ModelFileException;
import bankassistant.model.weights.GgufFile;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes a {@code tokenizer.json} from the tokenizer in a GGUF file's metadata ({@code tokenizer.ggml.*}). */
final class GgufTokenizerJson {

    private static final String LLAMA_3 = "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}|"
            + " ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";

    /** llama.cpp's name of a rule that cuts text into words, and whether digits stand alone in it. */
    private static final Map<String, Boolean> GPT_2_RULES = Map.of("smollm", true, "gpt-2", false);

    private static final int CONTROL = 3;
    private static final int USER_DEFINED = 4;

    private final GgufFile file;
    private final JsonNodeFactory json = JsonNodeFactory.instance;

    private GgufTokenizerJson(GgufFile file) {
        this.file = file;
    }

    static byte[] write(GgufFile file) throws ModelFileException {
        return new GgufTokenizerJson(file).document().toString().getBytes(StandardCharsets.UTF_8);
    }

    private ObjectNode document() throws ModelFileException {
        String kind = file.require("tokenizer.ggml.model", String.class);
        if (!kind.equals("gpt2")) {
            throw refuse("tokenizer.ggml.model", "is %s: put the model's tokenizer.json beside it"
                    .formatted(printable(kind)));
        }
        String[] tokens = file.require("tokenizer.ggml.tokens", String[].class);
        ObjectNode root = json.objectNode().put("version", "1.0");
        root.set("added_tokens", added(tokens));
        root.set("pre_tokenizer", preTokenizer());
        root.set("decoder", byteLevel(true));
        root.set("model", model(tokens));
        return root;
    }

    private ArrayNode added(String[] tokens) throws ModelFileException {
        long[] types = file.require("tokenizer.ggml.token_type", long[].class);
        if (types.length != tokens.length) {
            throw refuse("tokenizer.ggml.token_type", "has %,d entries for %,d tokens"
                    .formatted(types.length, tokens.length));
        }
        ArrayNode added = json.arrayNode();
        for (int id = 0; id < tokens.length; id++) {
            if (types[id] == CONTROL || types[id] == USER_DEFINED) {
                added.addObject().put("id", id).put("content", tokens[id]).put("single_word", false)
                        .put("lstrip", false).put("rstrip", false).put("normalized", false)
                        .put("special", types[id] == CONTROL);
            }
        }
        return added;
    }

    private ObjectNode preTokenizer() throws ModelFileException {
        String rule = file.require("tokenizer.ggml.pre", String.class);
        ObjectNode sequence = json.objectNode().put("type", "Sequence");
        ArrayNode steps = sequence.putArray("pretokenizers");
        if (GPT_2_RULES.containsKey(rule)) {
            if (GPT_2_RULES.get(rule)) {
                steps.addObject().put("type", "Digits").put("individual_digits", true);
            }
            steps.add(byteLevel(true));
        } else if (rule.equals("llama-bpe")) {
            ObjectNode split = steps.addObject().put("type", "Split").put("behavior", "Isolated").put("invert", false);
            split.putObject("pattern").put("Regex", LLAMA_3);
            steps.add(byteLevel(false));
        } else {
            throw refuse("tokenizer.ggml.pre", "is %s, supported are smollm, gpt-2 and llama-bpe"
                    .formatted(printable(rule)));
        }
        return sequence;
    }

    private ObjectNode byteLevel(boolean cutsWords) {
        return json.objectNode().put("type", "ByteLevel").put("add_prefix_space", false).put("trim_offsets", true)
                .put("use_regex", cutsWords);
    }

    private ObjectNode model(String[] tokens) throws ModelFileException {
        ObjectNode model = json.objectNode().put("type", "BPE").put("fuse_unk", false).put("byte_fallback", false)
                .put("ignore_merges", file.require("tokenizer.ggml.pre", String.class).equals("llama-bpe"));
        ObjectNode vocab = model.putObject("vocab");
        for (int id = 0; id < tokens.length; id++) {
            if (vocab.has(tokens[id])) {
                throw refuse("tokenizer.ggml.tokens", "has token %,d twice".formatted(id));
            }
            vocab.put(tokens[id], id);
        }
        ArrayNode merges = model.putArray("merges");
        for (String merge : file.require("tokenizer.ggml.merges", String[].class)) {
            int space = merge.indexOf(' ', 1);
            if (space < 0) {
                throw refuse("tokenizer.ggml.merges", "has what is no pair");
            }
            merges.addArray().add(merge.substring(0, space)).add(merge.substring(space + 1));
        }
        return model;
    }

    private static String printable(String value) {
        return value.substring(0, Math.min(80, value.length())).replaceAll("\\p{C}", "?");
    }

    private ModelFileException refuse(String where, String reason) {
        return new ModelFileException(file.path(), where, reason);
    }
}
