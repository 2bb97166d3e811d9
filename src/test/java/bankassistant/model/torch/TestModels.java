package bankassistant.model.torch;

import bankassistant.model.ModelFileException;
import bankassistant.model.Tokenizer;
import bankassistant.model.token.BpeTokenizer;
import bankassistant.model.weights.GgufWeights;
import bankassistant.model.weights.WeightSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** The shipped model, loaded when first asked for and kept till the last test. Never close what it gives out. */
public final class TestModels implements AutoCloseable {

    static final Path BASE = Path.of("models/base");
    static final Path BASE_WEIGHTS = BASE.resolve("SmolLM2-135M-Instruct.Q4_1.gguf");

    /** One core: threads that wait for each other are slow where tests share the machine. */
    private final TorchThread thread = new TorchThread(1);
    private final Map<Precision, TorchLanguageModel> models = new EnumMap<>(Precision.class);

    TestModels() {}

    public TorchThread thread() {
        return thread;
    }

    /** The model as it is shipped. */
    public synchronized TorchLanguageModel int8() {
        return models.computeIfAbsent(Precision.INT8, this::load);
    }

    /** The model in exact arithmetic. */
    public synchronized TorchLanguageModel fp32() {
        return models.computeIfAbsent(Precision.FP32, this::load);
    }

    private TorchLanguageModel load(Precision precision) {
        try (GgufWeights weights = GgufWeights.open(BASE_WEIGHTS)) {
            return load(weights, precision);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loads other weights with the base model's tokenizer; the caller closes the model. */
    TorchLanguageModel load(WeightSource weights, Precision precision) throws IOException {
        return loader(Path.of("target/test-weights")).load(weights, TestModels::tokenizer, precision);
    }

    /** A tiny model in exact arithmetic with a token for each byte; the caller closes it. */
    TorchLanguageModel exact(TinyLlama weights) throws IOException {
        return loader(Path.of("target/test-weights")).load(weights, ByteTokenizer::withChatMl, Precision.FP32);
    }

    LanguageModelLoader loader(Path cacheFolder) {
        return new LanguageModelLoader(thread, cacheFolder);
    }

    private static Tokenizer tokenizer() throws ModelFileException {
        return BpeTokenizer.open(BASE.resolve("tokenizer.json"), 49152);
    }

    @Override
    public void close() {
        models.values().forEach(TorchLanguageModel::close);
        thread.close();
    }
}
