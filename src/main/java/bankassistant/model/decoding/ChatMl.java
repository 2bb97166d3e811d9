package bankassistant.model.decoding;

import bankassistant.model.Prompt;
import bankassistant.model.Tokenizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The ChatML template of SmolLM2-Instruct. Only the template's own text is read with special tokens; the turns' contents
 * are plain text.
 */
public final class ChatMl {

    private static final String START = "<|im_start|>";
    private static final String END = "<|im_end|>";
    private static final String END_OF_TEXT = "<|endoftext|>";

    private final Tokenizer tokenizer;
    private final Set<Integer> endTokens = new HashSet<>();

    /** @throws IllegalArgumentException if the vocabulary lacks ChatML's tokens */
    public ChatMl(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
        for (String token : List.of(START, END)) {
            if (tokenizer.encodeWithSpecialTokens(token).length != 1) {
                throw new IllegalArgumentException("the vocabulary has no token " + token);
            }
        }
        for (String token : List.of(END, END_OF_TEXT)) {
            int[] ids = tokenizer.encodeWithSpecialTokens(token);
            if (ids.length == 1) {
                endTokens.add(ids[0]);
            }
        }
    }

    /** The ids of all turns and of the beginning of the assistant's answer. */
    public int[] encode(Prompt prompt) {
        IntStream.Builder ids = IntStream.builder();
        for (Prompt.Turn turn : prompt.turns()) {
            add(ids, tokenizer.encodeWithSpecialTokens(START + turn.role().templateName() + "\n"));
            add(ids, tokenizer.encode(turn.content()));
            add(ids, tokenizer.encodeWithSpecialTokens(END + "\n"));
        }
        add(ids, tokenizer.encodeWithSpecialTokens(START + Prompt.Role.ASSISTANT.templateName() + "\n"));
        return ids.build().toArray();
    }

    private static void add(IntStream.Builder ids, int[] more) {
        Arrays.stream(more).forEach(ids);
    }

    /** Whether the token ends the assistant's turn. */
    public boolean ends(int token) {
        return endTokens.contains(token);
    }

    /** A token that ends the assistant's turn. */
    public int end() {
        return tokenizer.encodeWithSpecialTokens(END)[0];
    }
}
