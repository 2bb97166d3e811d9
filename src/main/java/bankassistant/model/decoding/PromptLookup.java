package bankassistant.model.decoding;

import java.util.Arrays;

/**
 * Drafts tokens from what stands in the text already: what followed the last tokens when they occurred before (prompt
 * lookup decoding; Saxena 2023, after speculative decoding, arXiv 2211.17192). An answer that copies from its evidence is
 * then verified several tokens at a time.
 */
public final class PromptLookup {

    private static final int[] NOTHING = {};

    private final int longest;
    private final int shortest;
    private final int most;

    /**
     * @param longest  tokens that must match, tried first
     * @param shortest tokens that must match, tried last, 1 or more
     * @param most     tokens to draft
     */
    public PromptLookup(int longest, int shortest, int most) {
        this.longest = longest;
        this.shortest = shortest;
        this.most = most;
    }

    /**
     * Drafts what may follow.
     *
     * @param tokens the prompt and what was decoded
     * @param length how many of them there are
     * @param limit  the most tokens wanted
     * @return the draft, empty where nothing matches
     */
    public int[] draft(int[] tokens, int length, int limit) {
        for (int n = Math.min(longest, length - 1); n >= shortest; n--) {
            for (int start = length - n - 1; start >= 0; start--) {
                if (Arrays.equals(tokens, start, start + n, tokens, length - n, length)) {
                    int from = start + n;
                    return Arrays.copyOfRange(tokens, from, from + Math.min(Math.min(most, limit), length - from));
                }
            }
        }
        return NOTHING;
    }
}
