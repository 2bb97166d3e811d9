package bankassistant.model.token;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import bankassistant.model.ModelFileException;
import bankassistant.model.Tokenizer;
import bankassistant.model.weights.GgufFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * Byte-pair encoding by the Hugging Face tokenizers library. The library always reads the added tokens of its
 * {@code tokenizer.json} in a text, so plain text goes through a second instance that has none.
 *
 * <p>A byte the vocabulary has no token for (SmolLM2 has none for six control characters) is left out, as the library does.
 */
public final class BpeTokenizer implements Tokenizer {

    private static final Map<String, String> AS_IT_IS = Map.of("addSpecialTokens", "false", "truncation",
            "do_not_truncate", "padding", "do_not_pad");

    private final HuggingFaceTokenizer plain;
    private final HuggingFaceTokenizer special;
    private final byte[][] bytes;
    private final boolean dropsFirstSpace;

    private BpeTokenizer(TokenizerJson json) throws ModelFileException {
        this.bytes = json.bytes();
        this.dropsFirstSpace = json.dropsFirstSpace();
        this.plain = open(json.plainJson(), json);
        try {
            requirePlain(json);
            this.special = open(json.json(), json);
        } catch (ModelFileException | RuntimeException | Error e) {
            plain.close();
            throw e;
        }
    }

    /**
     * @param vocabulary the model's tokens; a file with more or fewer is refused
     */
    public static BpeTokenizer open(Path tokenizerJson, int vocabulary) throws ModelFileException {
        return new BpeTokenizer(TokenizerJson.read(tokenizerJson, vocabulary));
    }

    /** Builds the tokenizer in a GGUF file's metadata, for a model that comes without {@code tokenizer.json}. */
    public static BpeTokenizer fromMetadata(GgufFile file, int vocabulary) throws ModelFileException {
        return new BpeTokenizer(TokenizerJson.parse(file.path(), GgufTokenizerJson.write(file), vocabulary));
    }

    private static HuggingFaceTokenizer open(String text, TokenizerJson json) throws ModelFileException {
        try {
            return HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    AS_IT_IS);
        } catch (IOException | RuntimeException e) {
            throw new ModelFileException(json.file(), "", "the tokenizer can't be built: " + e.getMessage(), e);
        }
    }

    /** Merges could spell a special token: then nothing would keep a text from writing one. */
    private void requirePlain(TokenizerJson json) throws ModelFileException {
        Set<Integer> ids = Set.copyOf(json.added().values());
        for (String token : json.added().keySet()) {
            for (int id : encode(token)) {
                if (ids.contains(id)) {
                    throw json.refuse("added_tokens", "plain text can spell the special token " + id);
                }
            }
        }
    }

    @Override
    public int[] encode(String text) {
        return ids(plain, text);
    }

    @Override
    public int[] encodeWithSpecialTokens(String text) {
        return ids(special, text);
    }

    private static int[] ids(HuggingFaceTokenizer tokenizer, String text) {
        long[] ids = tokenizer.encode(WellFormed.text(text), false, false).getIds();
        int[] narrow = new int[ids.length];
        for (int i = 0; i < ids.length; i++) {
            narrow[i] = Math.toIntExact(ids[i]);
        }
        return narrow;
    }

    @Override
    public String decode(int[] ids) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int id : ids) {
            out.writeBytes(bytes[id]);
        }
        String text = out.toString(StandardCharsets.UTF_8);
        return dropsFirstSpace && text.startsWith(" ") ? text.substring(1) : text;
    }

    @Override
    public byte[] bytes(int id) {
        return bytes[id].clone();
    }

    @Override
    public int vocabularySize() {
        return bytes.length;
    }

    @Override
    public void close() {
        plain.close();
        special.close();
    }
}
