package bankassistant.lab.answers;

import bankassistant.answering.EvidencePrompt;
import bankassistant.lab.training.TokenSet;
import bankassistant.model.Tokenizer;
import bankassistant.model.decoding.ChatMl;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Turns questions and answers into tokens: the prompt as the product makes it, and the answer, which alone counts. */
public final class AnswerTokens {

    /** Tokens a prompt may have, as in the product. */
    private static final int PROMPT_BUDGET = 384;
    private static final String END = "<|im_end|>";

    private final Tokenizer tokenizer;
    private final ChatMl template;
    private final EvidencePrompt prompts;

    /** @param tokenizer stays the caller's to close */
    public AnswerTokens(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
        this.template = new ChatMl(tokenizer);
        this.prompts = new EvidencePrompt(tokenizer, PROMPT_BUDGET);
    }

    /** Rows in the order of the texts; texts whose evidence is too long for a prompt are left out. */
    public TokenSet of(List<AnswerText> texts) {
        List<int[]> ids = new ArrayList<>();
        List<boolean[]> counted = new ArrayList<>();
        for (AnswerText text : texts) {
            prompts.of(text.question(), text.title(), text.evidence()).ifPresent(prompt -> {
                int[] asked = template.encode(prompt);
                int[] row = joined(asked, answer(text));
                boolean[] counts = new boolean[row.length];
                Arrays.fill(counts, asked.length, row.length, true);
                ids.add(row);
                counted.add(counts);
            });
        }
        return new TokenSet(ids, counted);
    }

    /** With the end of the turn: the writer must learn to stop. */
    private int[] answer(AnswerText text) {
        return joined(tokenizer.encode(text.answer()), tokenizer.encodeWithSpecialTokens(END));
    }

    private static int[] joined(int[] first, int[] second) {
        int[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
