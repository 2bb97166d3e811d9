package bankassistant.model.torch;

import ai.djl.ndarray.NDArray;
import bankassistant.model.Generation;
import bankassistant.model.Generation.FinishReason;
import bankassistant.model.GenerationListener;
import bankassistant.model.GenerationOptions;
import bankassistant.model.Tokenizer;
import bankassistant.model.decoding.ChatMl;
import bankassistant.model.decoding.PromptLookup;
import bankassistant.model.decoding.Sampler;
import bankassistant.model.decoding.TextStream;
import java.time.Duration;
import java.util.Arrays;

/** One answer as it is decoded: prefill, then steps of one token or of one token and a draft. Used once. */
final class GenerationRun {

    /** Longer prompts are computed in parts: the mask of a part is parts x all tokens. */
    private static final int PREFILL_PART = 512;

    private static final int[] NO_DRAFT = {};

    private final Decoder decoder;
    private final NDArray cache;
    private final Tokenizer tokenizer;
    private final ChatMl template;
    private final GenerationOptions options;
    private final GenerationListener listener;
    private final PromptLookup lookup = new PromptLookup(3, 2, 7);
    private final Sampler sampler;
    private final TextStream stream;

    /** The prompt and the answer; all but the last are in the cache. */
    private int[] tokens;
    private int length;
    private int promptTokens;
    private int drafted;
    private FinishReason finish;

    GenerationRun(Decoder decoder, NDArray cache, Tokenizer tokenizer, ChatMl template, GenerationOptions options,
            GenerationListener listener) {
        this.decoder = decoder;
        this.cache = cache;
        this.tokenizer = tokenizer;
        this.template = template;
        this.options = options;
        this.listener = listener;
        this.sampler = new Sampler(options);
        this.stream = new TextStream(options.stop());
    }

    Generation generate(int[] prompt, int shared) {
        tokens = Arrays.copyOf(prompt, prompt.length + options.maxTokens());
        length = prompt.length;
        promptTokens = prompt.length;
        long start = System.nanoTime();
        int next = prefill(prompt, shared);
        long prefilled = System.nanoTime();
        accept(next);
        while (finish == null) {
            step();
        }
        String rest = stream.end();
        if (!rest.isEmpty() && finish != FinishReason.CANCELLED) {
            listener.onText(rest);
        }
        return new Generation(stream.text(), finish, promptTokens, shared, length - promptTokens, drafted,
                Duration.ofNanos(prefilled - start), Duration.ofNanos(System.nanoTime() - prefilled));
    }

    private int prefill(int[] prompt, int shared) {
        int at = shared;
        while (prompt.length - at > PREFILL_PART) {
            decoder.fill(Arrays.copyOfRange(prompt, at, at + PREFILL_PART), cache, at);
            at += PREFILL_PART;
        }
        int[] last = Arrays.copyOfRange(prompt, at, prompt.length);
        return options.isGreedy()
                ? decoder.greedy(last, cache, at, 1)[0]
                : sampler.next(decoder.logits(last, cache, at));
    }

    private void step() {
        int at = length - 1;
        if (!options.isGreedy()) {
            accept(sampler.next(decoder.logits(new int[]{tokens[at]}, cache, at)));
            return;
        }
        int room = options.maxTokens() - (length - promptTokens) - 1;
        int[] draft = options.draft() && room > 0 ? lookup.draft(tokens, length, room) : NO_DRAFT;
        int[] step = new int[1 + draft.length];
        step[0] = tokens[at];
        System.arraycopy(draft, 0, step, 1, draft.length);
        int[] next = decoder.greedy(step, cache, at, step.length);
        for (int i = 0; i < next.length && finish == null; i++) {
            accept(next[i]);
            boolean confirmed = i < draft.length && draft[i] == next[i];
            if (!confirmed) {
                return;
            }
            drafted += finish == null ? 1 : 0;
        }
    }

    /** Takes the next token of the answer, or ends it. */
    private void accept(int token) {
        if (template.ends(token)) {
            finish = FinishReason.END_OF_TURN;
            return;
        }
        tokens[length++] = token;
        String piece = stream.add(tokenizer.bytes(token));
        if (!piece.isEmpty() && !listener.onText(piece)) {
            finish = FinishReason.CANCELLED;
        } else if (stream.stopped()) {
            finish = FinishReason.STOP_STRING;
        } else if (length - promptTokens == options.maxTokens()) {
            finish = FinishReason.LENGTH;
        }
    }

    /** The tokens whose keys and values are in the cache. */
    int[] computedTokens() {
        return Arrays.copyOf(tokens, length - 1);
    }
}
