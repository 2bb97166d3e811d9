package bankassistant.model;

import java.util.List;

/**
 * How to decode.
 *
 * @param maxTokens   1 or more
 * @param temperature 0 for greedy decoding, otherwise up to 2
 * @param topP        nucleus mass above 0 up to 1; 1 keeps all
 * @param topK        candidates kept; 0 keeps all
 * @param seed        of the sampler; the same seed, prompt and weights give the same text
 * @param stop        strings that end the answer; they are not part of it
 * @param draft       whether tokens may be drafted from the prompt and verified together (greedy decoding only; ignored
 *                    when sampling). In exact arithmetic the text stays the same; in 8 bits tokens that are computed
 *                    together are rounded together, so that where two tokens are nearly as likely the other one may be
 *                    chosen and the text goes on differently
 * @param rule        what may be written; the likeliest token that it allows is taken (greedy decoding only; without drafts)
 */
public record GenerationOptions(int maxTokens, double temperature, double topP, int topK, long seed,
        List<String> stop, boolean draft, TextRule rule) {

    /** Options under which anything may be written. */
    public GenerationOptions(int maxTokens, double temperature, double topP, int topK, long seed, List<String> stop,
            boolean draft) {
        this(maxTokens, temperature, topP, topK, seed, stop, draft, TextRule.ANY);
    }

    public GenerationOptions {
        if (maxTokens < 1) {
            throw new IllegalArgumentException("maxTokens must be at least 1, not " + maxTokens);
        }
        if (!(temperature >= 0 && temperature <= 2)) {
            throw new IllegalArgumentException("temperature must lie in [0, 2], not " + temperature);
        }
        if (!(topP > 0 && topP <= 1)) {
            throw new IllegalArgumentException("topP must lie in (0, 1], not " + topP);
        }
        if (topK < 0) {
            throw new IllegalArgumentException("topK must not be negative: " + topK);
        }
        stop = List.copyOf(stop);
        if (stop.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("a stop string is empty");
        }
    }

    /** Greedy decoding with drafts. */
    public static GenerationOptions greedy(int maxTokens) {
        return new GenerationOptions(maxTokens, 0, 1, 0, 0, List.of(), true);
    }

    public GenerationOptions withoutDraft() {
        return new GenerationOptions(maxTokens, temperature, topP, topK, seed, stop, false, rule);
    }

    public GenerationOptions withStop(String... strings) {
        return new GenerationOptions(maxTokens, temperature, topP, topK, seed, List.of(strings), draft, rule);
    }

    public GenerationOptions withRule(TextRule only) {
        return new GenerationOptions(maxTokens, temperature, topP, topK, seed, stop, draft, only);
    }

    public boolean isGreedy() {
        return temperature == 0;
    }
}
