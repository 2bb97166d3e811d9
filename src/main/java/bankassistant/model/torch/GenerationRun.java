package bankassistant.model.torch;

import ai.djl.ndarray.NDArray;
import bankassistant.model.Generation;
import bankassistant.model.Generation.FinishReason;
import bankassistant.model.GenerationListener;
import bankassistant.model.GenerationOptions;
import bankassistant.model.TextRule;
import bankassistant.model.Tokenizer;
import bankassistant.model.decoding.ChatMl;
import bankassistant.model.decoding.PromptLookup;
import bankassistant.model.decoding.Sampler;
import bankassistant.model.decoding.TextStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/** One answer as it is decoded: prefill, then steps of one token or of one token and a draft. Used once. */
final class GenerationRun {

    /** Longer prompts are computed in parts: the mask of a part is parts x all tokens. */
    private static final int PREFILL_PART = 512;

    private static final int[] NO_DRAFT = {};

    /** A step of 4 tokens costs 1.2 steps of one, a step of 8 costs 1.6: long drafts only while they prove right. */
    private static final int SHORT_DRAFT = 3;
    private static final int LONG_DRAFT = 7;

    private final Decoder decoder;
    private final NDArray cache;
    private final Tokenizer tokenizer;
    private final ChatMl template;
    private final GenerationOptions options;
    private final GenerationListener listener;
    private final BooleanSupplier interrupted;
    private final PromptLookup lookup = new PromptLookup(3, 2, LONG_DRAFT);
    private final Sampler sampler;
    private final TextStream stream;

    /** The prompt and the answer; the first {@code computed} are in the cache: while decoding, all but the last. */
    private int[] tokens;
    private int length;
    private int computed;
    private int promptTokens;
    private int drafted;
    private int draftLength = SHORT_DRAFT;
    private FinishReason finish;

    GenerationRun(Decoder decoder, NDArray cache, Tokenizer tokenizer, ChatMl template, GenerationOptions options,
            GenerationListener listener, BooleanSupplier interrupted) {
        this.decoder = decoder;
        this.cache = cache;
        this.tokenizer = tokenizer;
        this.template = template;
        this.options = options;
        this.listener = listener;
        this.interrupted = interrupted;
        this.sampler = new Sampler(options);
        this.stream = new TextStream(options.stop());
    }

    Generation generate(int[] prompt, int shared) {
        tokens = Arrays.copyOf(prompt, prompt.length + options.maxTokens());
        length = prompt.length;
        promptTokens = prompt.length;
        long start = System.nanoTime();
        OptionalInt next = prefill(prompt, shared);
        long prefilled = System.nanoTime();
        next.ifPresentOrElse(this::accept, () -> finish = FinishReason.CANCELLED);
        while (finish == null) {
            step();
        }
        if (finish == FinishReason.CANCELLED) {
            stream.breakOff();
        }
        String rest = stream.end();
        if (!rest.isEmpty()) {
            listener.onText(rest);
        }
        return new Generation(stream.text(), finish, promptTokens, shared, length - promptTokens, drafted,
                Duration.ofNanos(prefilled - start), Duration.ofNanos(System.nanoTime() - prefilled));
    }

    /** Computes the prompt. @return the first token of the answer; empty after an interrupt */
    private OptionalInt prefill(int[] prompt, int shared) {
        computed = shared;
        while (prompt.length - computed > PREFILL_PART && !interrupted.getAsBoolean()) {
            decoder.fill(Arrays.copyOfRange(prompt, computed, computed + PREFILL_PART), cache, computed);
            computed += PREFILL_PART;
        }
        if (interrupted.getAsBoolean()) {
            return OptionalInt.empty();
        }
        int[] last = Arrays.copyOfRange(prompt, computed, prompt.length);
        int next = isRuled()
                ? ruled(decoder.logits(last, cache, computed))
                : options.isGreedy()
                        ? decoder.greedy(last, cache, computed, 1)[0]
                        : sampler.next(decoder.logits(last, cache, computed));
        computed = prompt.length;
        return OptionalInt.of(next);
    }

    private void step() {
        int at = length - 1;
        if (!options.isGreedy() || isRuled()) {
            float[] logits = decoder.logits(new int[]{tokens[at]}, cache, at);
            int next = isRuled() ? ruled(logits) : sampler.next(logits);
            computed = length;
            accept(next);
            return;
        }
        int room = Math.min(draftLength, options.maxTokens() - (length - promptTokens) - 1);
        int[] draft = options.draft() && room > 0 ? lookup.draft(tokens, length, room) : NO_DRAFT;
        int[] step = new int[1 + draft.length];
        step[0] = tokens[at];
        System.arraycopy(draft, 0, step, 1, draft.length);
        int[] next = decoder.greedy(step, cache, at, step.length);
        computed = length;
        for (int i = 0; i < next.length && finish == null; i++) {
            accept(next[i]);
            boolean confirmed = i < draft.length && draft[i] == next[i];
            if (!confirmed) {
                draftLength = i < draft.length ? SHORT_DRAFT : LONG_DRAFT;
                return;
            }
            drafted += finish == null ? 1 : 0;
            computed = length;
        }
    }

    private boolean isRuled() {
        return options.isGreedy() && options.rule() != TextRule.ANY;
    }

    /** The likeliest token that the rule allows; the end where it allows none. */
    private int ruled(float[] logits) {
        return Sampler.likeliest(logits, token -> options.rule().allows(stream.text(), piece(token)))
                .orElseGet(template::end);
    }

    private String piece(int token) {
        return template.ends(token) ? "" : new String(tokenizer.bytes(token), StandardCharsets.UTF_8);
    }

    /** Takes the next token of the answer, or ends it. */
    private void accept(int token) {
        if (template.ends(token)) {
            finish = FinishReason.END_OF_TURN;
            return;
        }
        tokens[length++] = token;
        String piece = stream.add(tokenizer.bytes(token));
        if (!piece.isEmpty() && !listener.onText(piece) || interrupted.getAsBoolean()) {
            finish = FinishReason.CANCELLED;
        } else if (stream.stopped()) {
            finish = FinishReason.STOP_STRING;
        } else if (length - promptTokens == options.maxTokens()) {
            finish = FinishReason.LENGTH;
        }
    }

    /** The tokens whose keys and values are in the cache. */
    int[] computedTokens() {
        return Arrays.copyOf(tokens, computed);
    }
}
