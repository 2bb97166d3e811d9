package bankassistant.model.torch;

import bankassistant.model.Tokenizer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A token for each byte, then ChatML's special tokens: the vocabulary of tiny models. */
public final class ByteTokenizer implements Tokenizer {

    static final int VOCABULARY = 259;

    private final List<String> special;
    private boolean closed;

    private ByteTokenizer(List<String> special) {
        this.special = special;
    }

    public static ByteTokenizer withChatMl() {
        return new ByteTokenizer(List.of("<|im_start|>", "<|im_end|>", "<|endoftext|>"));
    }

    public static ByteTokenizer withoutSpecialTokens() {
        return new ByteTokenizer(List.of());
    }

    @Override
    public int[] encode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return IntStream.range(0, bytes.length).map(i -> bytes[i] & 0xff).toArray();
    }

    @Override
    public int[] encodeWithSpecialTokens(String text) {
        for (int i = 0; i < special.size(); i++) {
            String token = special.get(i);
            int at = text.indexOf(token);
            if (at >= 0) {
                IntStream before = IntStream.of(encodeWithSpecialTokens(text.substring(0, at)));
                IntStream after = IntStream.of(encodeWithSpecialTokens(text.substring(at + token.length())));
                return IntStream.concat(IntStream.concat(before, IntStream.of(256 + i)), after).toArray();
            }
        }
        return encode(text);
    }

    @Override
    public String decode(int[] ids) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Arrays.stream(ids).forEach(id -> out.writeBytes(bytes(id)));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] bytes(int id) {
        return id < 256 ? new byte[]{(byte) id} : special.get(id - 256).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int vocabularySize() {
        return 256 + special.size();
    }

    boolean closed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
