package bankassistant.answering;

import bankassistant.model.Prompt;
import bankassistant.model.Tokenizer;
import bankassistant.policy.Sentences;
import bankassistant.retrieval.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The prompt that asks for the evidence in other words: a short instruction, then the section's title, its sentences and
 * the question. What all prompts share comes first, so that a session computes it once.
 *
 * <p>Inside a budget of tokens: the question gives way, at the end of a sentence or else of a word. The evidence never
 * does: half of it would be another statement.
 */
public final class EvidencePrompt {

    static final String INSTRUCTION = "Answer the bank employee's question in one or two sentences. "
            + "Use only the policy text. Keep every number exactly as written.";
    /** Tokens of the chat template around a system and a user turn, with room to spare. */
    private static final int TEMPLATE_TOKENS = 16;
    private static final String CUT = " …";

    private final Tokenizer tokenizer;
    private final int budget;

    /** @param budget the most tokens a prompt may have, the template's included */
    public EvidencePrompt(Tokenizer tokenizer, int budget) {
        this.tokenizer = tokenizer;
        this.budget = budget;
    }

    /**
     * The prompt.
     *
     * @param question without personal data
     * @return empty if the evidence alone is too long for the budget
     */
    public Optional<Prompt> of(String question, Evidence evidence) {
        return of(question, evidence.passage().section().title(), evidence.text());
    }

    /**
     * The same of a section's title and sentences.
     *
     * @param evidence the sentences, joined by a space
     */
    public Optional<Prompt> of(String question, String title, String evidence) {
        String given = "Policy: " + title + "\n" + evidence + "\n\nQuestion: ";
        int left = budget - TEMPLATE_TOKENS - tokens(INSTRUCTION) - tokens(given);
        return fitted(question.strip(), left).map(fitting -> Prompt.of(INSTRUCTION, given + fitting));
    }

    private Optional<String> fitted(String question, int left) {
        if (tokens(question) <= left) {
            return Optional.of(question);
        }
        Optional<String> sentences = longestFitting(question, sentenceEnds(question), "", left);
        return sentences.isPresent() ? sentences : longestFitting(question, wordEnds(question), CUT, left);
    }

    /** The longest beginning up to one of these places that fits; the places ascend. */
    private Optional<String> longestFitting(String question, List<Integer> ends, String mark, int left) {
        int low = 0;
        int high = ends.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (tokens(question.substring(0, ends.get(middle)) + mark) <= left) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? Optional.empty() : Optional.of(question.substring(0, ends.get(low - 1)) + mark);
    }

    private static List<Integer> sentenceEnds(String question) {
        List<Integer> ends = new ArrayList<>();
        int from = 0;
        for (String sentence : Sentences.of(question)) {
            from = question.indexOf(sentence, from) + sentence.length();
            ends.add(from);
        }
        return ends;
    }

    private static List<Integer> wordEnds(String question) {
        List<Integer> ends = new ArrayList<>();
        for (int i = 1; i < question.length(); i++) {
            if (Character.isWhitespace(question.charAt(i)) && !Character.isWhitespace(question.charAt(i - 1))) {
                ends.add(i);
            }
        }
        return ends;
    }

    private int tokens(String text) {
        return tokenizer.encode(text).length;
    }
}
