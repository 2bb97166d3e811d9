package bankassistant.model.torch;

import bankassistant.model.LanguageModel;
import bankassistant.model.LanguageSession;
import bankassistant.model.ModelInfo;
import bankassistant.model.Score;
import bankassistant.model.Tokenizer;
import bankassistant.model.decoding.ChatMl;
import java.util.Arrays;

/** A Llama decoder on PyTorch. Closes its tokenizer and its network, not the thread. */
public final class TorchLanguageModel implements LanguageModel {

    private static final int SCORE_WINDOW = 1024;

    private final TorchThread thread;
    private final Decoder decoder;
    private final Tokenizer tokenizer;
    private final ChatMl template;
    private final ModelInfo info;

    TorchLanguageModel(TorchThread thread, Decoder decoder, Tokenizer tokenizer, ChatMl template, ModelInfo info) {
        this.thread = thread;
        this.decoder = decoder;
        this.tokenizer = tokenizer;
        this.template = template;
        this.info = info;
    }

    @Override
    public ModelInfo info() {
        return info;
    }

    @Override
    public Tokenizer tokenizer() {
        return tokenizer;
    }

    @Override
    public int contextLength() {
        return decoder.contextLength();
    }

    @Override
    public LanguageSession open() {
        return new TorchLanguageSession(thread, decoder, tokenizer, template);
    }

    @Override
    public Score score(String text) {
        int[] ids = tokenizer.encode(text);
        if (ids.length < 2) {
            throw new IllegalArgumentException("a text of fewer than two tokens can't be scored");
        }
        double sum = 0;
        int count = 0;
        int window = Math.min(SCORE_WINDOW, decoder.contextLength());
        for (int start = 0; start < ids.length - 1; start += window) {
            int[] part = Arrays.copyOfRange(ids, start, Math.min(start + window + 1, ids.length));
            for (float[] position : positions(part)) {
                sum += position[0];
                count++;
            }
        }
        return new Score(count, sum);
    }

    /** For each token but the last: the negative log-likelihood of the one after it, and the likeliest token. */
    float[][] positions(int[] ids) {
        return thread.call(() -> decoder.score(ids));
    }

    /** The logits after the last token of a text without template: [vocabulary]. */
    float[] logits(int[] ids) {
        return thread.call(() -> {
            try (var scratch = decoder.manager().newSubManager()) {
                return decoder.logits(ids, decoder.newCache(scratch, ids.length), 0);
            }
        });
    }

    Decoder decoder() {
        return decoder;
    }

    @Override
    public void close() {
        thread.run(decoder::close);
        tokenizer.close();
    }
}
