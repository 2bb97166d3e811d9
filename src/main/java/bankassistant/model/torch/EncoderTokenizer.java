package bankassistant.model.torch;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** WordPiece with CLS before and SEP after the text, cut to the encoder's context. Safe for several threads. */
final class EncoderTokenizer implements AutoCloseable {

    private final HuggingFaceTokenizer tokenizer;

    /** @param json a {@code tokenizer.json}, read to its end */
    EncoderTokenizer(InputStream json) throws IOException {
        tokenizer = HuggingFaceTokenizer.newInstance(json, Map.of("truncation", "true", "maxLength",
                String.valueOf(PackagedEncoder.CONFIG.positions()), "padding", "false", "addSpecialTokens", "true"));
    }

    long[] ids(String text) {
        // the native tokenizer wants well-formed text: an unpaired surrogate becomes a question mark
        String wellFormed = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return tokenizer.encode(wellFormed).getIds();
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
