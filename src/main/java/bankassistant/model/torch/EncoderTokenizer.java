package bankassistant.model.torch;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import bankassistant.model.TextTokens;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
        return tokenizer.encode(wellFormed(text)).getIds();
    }

    /** As {@link #ids}, with each token's place in the text. */
    TextTokens tokens(String text) {
        Encoding encoding = tokenizer.encode(wellFormed(text));
        CharSpan[] spans = encoding.getCharTokenSpans();
        int[] offsets = offsets(text);
        int[] starts = new int[spans.length];
        int[] ends = new int[spans.length];
        for (int i = 0; i < spans.length; i++) {
            if (spans[i] != null) {
                starts[i] = offsets[spans[i].getStart()];
                ends[i] = withMarks(text, offsets[spans[i].getEnd()]);
            }
        }
        return new TextTokens(ints(encoding.getIds()), starts, ends, ints(encoding.getWordIds()));
    }

    /** The tokenizer drops accents that are characters of their own; they belong to the letter before them. */
    private static int withMarks(String text, int end) {
        int last = end;
        while (last < text.length() && Character.getType(text.charAt(last)) == Character.NON_SPACING_MARK) {
            last++;
        }
        return last;
    }

    /** The native tokenizer wants well-formed text: an unpaired surrogate becomes a question mark. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** Where the text's code points, which the tokenizer counts, begin; last, where the text ends. */
    private static int[] offsets(String text) {
        int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
        for (int i = 1; i < offsets.length; i++) {
            offsets[i] = offsets[i - 1] + Character.charCount(text.codePointAt(offsets[i - 1]));
        }
        return offsets;
    }

    private static int[] ints(long[] values) {
        return Arrays.stream(values).mapToInt(Math::toIntExact).toArray();
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
