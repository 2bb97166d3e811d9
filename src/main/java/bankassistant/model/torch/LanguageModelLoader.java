package bankassistant.model.torch;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import bankassistant.model.ModelFileException;
import bankassistant.model.ModelInfo;
import bankassistant.model.Tokenizer;
import bankassistant.model.weights.LlamaConfig;
import bankassistant.model.weights.WeightSource;

/** Loads a language model into the engine. */
public final class LanguageModelLoader {

    /** Longer contexts cost memory for the rotary factors and are of no use to prompts made of evidence. */
    private static final int MAX_CONTEXT = 4096;

    private final TorchThread thread;

    public LanguageModelLoader(TorchThread thread) {
        this.thread = thread;
    }

    /**
     * Prepares and loads the weights.
     *
     * @param source    read, not closed
     * @param tokenizer owned by the model from here on
     */
    public TorchLanguageModel load(WeightSource source, Tokenizer tokenizer, Precision precision)
            throws ModelFileException {
        ModelInfo info = new ModelInfo(source.name(), source.sha256(), "", precision.label(), "cpu");
        Decoder decoder = thread.call(() -> prepare(source, precision));
        return new TorchLanguageModel(thread, decoder, tokenizer, info);
    }

    private static Decoder prepare(WeightSource source, Precision precision) throws ModelFileException {
        LlamaConfig config = source.config();
        Decoder decoder = new Decoder(config, Math.min(config.contextLength(), MAX_CONTEXT));
        try (DecoderPreparation preparation = new DecoderPreparation(source)) {
            try (NDManager scratch = decoder.manager().newSubManager()) {
                decoder.addTables(preparation.embeddings(scratch));
            }
            for (int i = 0; i < DecoderPreparation.layers(config); i++) {
                try (NDManager scratch = decoder.manager().newSubManager()) {
                    var layer = preparation.layer(i, scratch);
                    if (precision == Precision.FP32) {
                        decoder.addExact(layer);
                    } else {
                        NDList quantized = preparation.quantize(layer, scratch);
                        decoder.addQuantized(quantized.get(0), quantized.get(1));
                    }
                }
            }
            return decoder;
        } catch (ModelFileException | RuntimeException | Error e) {
            decoder.close();
            throw e;
        }
    }
}
