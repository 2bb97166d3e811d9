package bankassistant.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import bankassistant.model.ContextLimitException;
import bankassistant.model.Generation;
import bankassistant.model.GenerationListener;
import bankassistant.model.GenerationOptions;
import bankassistant.model.LanguageSession;
import bankassistant.model.Prompt;
import bankassistant.model.Tokenizer;
import bankassistant.model.decoding.ChatMl;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** A session of a {@link TorchLanguageModel}. Its cache grows by blocks as far as the context allows. */
final class TorchLanguageSession implements LanguageSession {

    private static final int CAPACITY_BLOCK = 512;

    private final TorchThread thread;
    private final Decoder decoder;
    private final Tokenizer tokenizer;
    private final ChatMl template;
    private final NDManager manager;
    private NDArray cache;
    private int capacity;
    private int[] cached = {};

    TorchLanguageSession(TorchThread thread, Decoder decoder, Tokenizer tokenizer, ChatMl template) {
        this.thread = thread;
        this.decoder = decoder;
        this.tokenizer = tokenizer;
        this.template = template;
        this.manager = thread.call(() -> decoder.manager().newSubManager());
    }

    @Override
    public Generation generate(Prompt prompt, GenerationOptions options, GenerationListener listener) {
        int[] ids = template.encode(prompt);
        if (ids.length + (long) options.maxTokens() > decoder.contextLength()) {
            throw new ContextLimitException(ids.length, options.maxTokens(), decoder.contextLength());
        }
        AtomicBoolean interrupted = new AtomicBoolean();
        return thread.call(() -> generate(ids, options, listener, interrupted::get), () -> interrupted.set(true));
    }

    private Generation generate(int[] ids, GenerationOptions options, GenerationListener listener,
            BooleanSupplier interrupted) {
        if (!manager.isOpen()) {
            throw new IllegalStateException("the session or its model is closed");
        }
        reserve(ids.length + options.maxTokens());
        int shared = sharedPrefix(ids);
        // what the cache holds is unknown if a step throws
        cached = Arrays.copyOf(ids, shared);
        GenerationRun run = new GenerationRun(decoder, cache, tokenizer, template, options, listener,
                interrupted);
        Generation generation = run.generate(ids, shared);
        cached = run.computedTokens();
        return generation;
    }

    /** The last token of a prompt is always computed: its logits are needed. */
    private int sharedPrefix(int[] ids) {
        int mismatch = Arrays.mismatch(ids, cached);
        return Math.min(mismatch < 0 ? ids.length : mismatch, ids.length - 1);
    }

    private void reserve(int tokens) {
        if (tokens <= capacity) {
            return;
        }
        int blocks = (tokens + CAPACITY_BLOCK - 1) / CAPACITY_BLOCK;
        int wanted = Math.min(blocks * CAPACITY_BLOCK, decoder.contextLength());
        NDArray larger = decoder.newCache(manager, wanted);
        if (cache != null) {
            larger.set(new ai.djl.ndarray.index.NDIndex(":, :, :, :" + capacity), cache);
            cache.close();
        }
        cache = larger;
        capacity = wanted;
    }

    @Override
    public void close() {
        thread.run(manager::close);
    }
}
