package bankassistant.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import bankassistant.model.ModelFileException;
import bankassistant.model.ModelInfo;
import bankassistant.model.Tokenizer;
import bankassistant.model.decoding.ChatMl;
import bankassistant.model.weights.LlamaConfig;
import bankassistant.model.weights.MergedWeights;
import bankassistant.model.weights.WeightSource;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads a language model into the engine; quantized weights are kept in a cache folder for the next start. */
public final class LanguageModelLoader {

    private static final Logger LOG = LoggerFactory.getLogger(LanguageModelLoader.class);

    /** Longer contexts cost memory for the rotary factors and are of no use to prompts made of evidence. */
    private static final int MAX_CONTEXT = 4096;

    private static final String CPU = "cpu";

    /** Part of the cache's key: counts changes of the preparation. */
    private static final String PREPARATION = "rotated int8, 2";

    private final TorchThread thread;
    private final Path cacheFolder;

    /** @param cacheFolder made when needed */
    public LanguageModelLoader(TorchThread thread, Path cacheFolder) {
        this.thread = thread;
        this.cacheFolder = cacheFolder;
    }

    /**
     * Loads the model, from the cache if it was loaded before. The weights are loaded while the tokenizer is opened.
     *
     * @param source    read, not closed
     * @param tokenizer called once, on the calling thread; what it opens belongs to the model that is returned
     * @throws ModelFileException       if a weight can't be used
     * @throws IllegalArgumentException if the tokenizer is not the model's or has no ChatML tokens
     */
    public TorchLanguageModel load(WeightSource source, TokenizerOpening tokenizer, Precision precision)
            throws ModelFileException {
        CompletableFuture<Decoder> loading = CompletableFuture.supplyAsync(
                () -> thread.call(() -> precision == Precision.FP32 ? exact(source) : quantized(source)),
                task -> Thread.ofPlatform().daemon().name("loading").start(task));
        Tokenizer opened = null;
        try {
            opened = tokenizer.open();
            ChatMl template = template(opened, source.config());
            Decoder decoder = loading.join();
            if (precision != Precision.FP32) {
                new Leftovers(cacheFolder, Clock.systemUTC()).removeAfterUseOf(preparedFile(source));
            }
            return new TorchLanguageModel(thread, decoder, opened, template, info(source, precision));
        } catch (CompletionException e) {
            close(opened);
            throw TorchThread.<RuntimeException>unchecked(e.getCause());
        } catch (ModelFileException | RuntimeException | Error e) {
            close(opened);
            // the weights are read until then: the source must not be closed before
            loading.handle((decoder, _) -> decoder).thenAccept(this::close).join();
            throw e;
        }
    }

    private static ChatMl template(Tokenizer tokenizer, LlamaConfig config) {
        if (tokenizer.vocabularySize() != config.vocabulary()) {
            throw new IllegalArgumentException("the tokenizer has %,d tokens, the model %,d"
                    .formatted(tokenizer.vocabularySize(), config.vocabulary()));
        }
        return new ChatMl(tokenizer);
    }

    private static void close(Tokenizer tokenizer) {
        if (tokenizer != null) {
            tokenizer.close();
        }
    }

    private void close(Decoder decoder) {
        if (decoder != null) {
            thread.run(decoder::close);
        }
    }

    /** Opens a model's tokenizer. */
    @FunctionalInterface
    public interface TokenizerOpening {

        Tokenizer open() throws ModelFileException;
    }

    private static ModelInfo info(WeightSource source, Precision precision) {
        return source instanceof MergedWeights merged
                ? new ModelInfo(source.name(), merged.base().sha256(), merged.adapter().sha256(), precision.label(),
                        CPU)
                : new ModelInfo(source.name(), source.sha256(), "", precision.label(), CPU);
    }

    /** Whether quantized weights of this model are kept, so that loading it is quick. */
    public boolean isPrepared(WeightSource source) {
        return Files.isRegularFile(preparedFile(source));
    }

    private Path preparedFile(WeightSource source) {
        return PreparedWeights.file(cacheFolder, source.sha256(), PREPARATION);
    }

    private static Decoder empty(LlamaConfig config) {
        return new Decoder(config, Math.min(config.contextLength(), MAX_CONTEXT));
    }

    private static Decoder exact(WeightSource source) throws IOException {
        return filled(source, decoder -> {
            try (DecoderPreparation preparation = new DecoderPreparation(source)) {
                try (NDManager scratch = decoder.manager().newSubManager()) {
                    decoder.addTables(preparation.embeddings(scratch));
                }
                for (int i = 0; i < DecoderPreparation.layers(source.config()); i++) {
                    try (NDManager scratch = decoder.manager().newSubManager()) {
                        decoder.addExact(preparation.layer(i, scratch));
                    }
                }
            }
        });
    }

    private Decoder quantized(WeightSource source) throws IOException {
        Path file = preparedFile(source);
        try {
            Optional<PreparedWeights.Reader> kept = PreparedWeights.Reader.open(file);
            if (kept.isPresent()) {
                try (PreparedWeights.Reader reader = kept.get()) {
                    return filled(source, decoder -> read(reader, decoder));
                }
            }
            if (isPrepared(source)) {
                LOG.warn("The prepared weights are damaged and are made anew");
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("The prepared weights can't be read and are made anew", e);
        }
        return filled(source, decoder -> prepare(source, decoder, new Recorder(file)));
    }

    /** Makes a decoder and fills it; closes it if that fails. */
    private static Decoder filled(WeightSource source, Filling filling) throws IOException {
        Decoder decoder = empty(source.config());
        try {
            filling.fill(decoder);
            return decoder;
        } catch (IOException | RuntimeException | Error e) {
            decoder.close();
            throw e;
        }
    }

    private static void read(PreparedWeights.Reader kept, Decoder decoder) throws IOException {
        LlamaConfig config = decoder.config();
        try (Arena arena = Arena.ofShared(); NDManager scratch = decoder.manager().newSubManager()) {
            decoder.addTables(scratch.create(kept.next(arena), new Shape(config.vocabulary(), config.width()),
                    DataType.FLOAT16));
        }
        for (int i = 0; i < DecoderPreparation.layers(config); i++) {
            try (Arena arena = Arena.ofShared(); NDManager scratch = decoder.manager().newSubManager()) {
                ByteBuffer integers = kept.next(arena);
                ByteBuffer scales = kept.next(arena);
                int rows = scales.remaining() / Float.BYTES;
                decoder.addQuantized(
                        scratch.create(integers, new Shape(rows, integers.remaining() / rows), DataType.INT8),
                        scratch.create(scales, new Shape(rows), DataType.FLOAT32));
            }
        }
    }

    private static void prepare(WeightSource source, Decoder decoder, Recorder recorder) throws IOException {
        try (recorder; DecoderPreparation preparation = new DecoderPreparation(source)) {
            try (Arena arena = Arena.ofShared(); NDManager scratch = decoder.manager().newSubManager()) {
                NDArray embeddings = preparation.halfEmbeddings(scratch, arena);
                decoder.addTables(embeddings);
                recorder.add(embeddings);
            }
            for (int i = 0; i < DecoderPreparation.layers(source.config()); i++) {
                try (Arena arena = Arena.ofShared(); NDManager scratch = decoder.manager().newSubManager()) {
                    NDList quantized = preparation.quantized(i, scratch, arena);
                    decoder.addQuantized(quantized.get(0), quantized.get(1));
                    recorder.add(quantized.get(0));
                    recorder.add(quantized.get(1));
                }
                if (i % 4 == 0) {
                    NativeHeap.giveBack();
                }
            }
            recorder.finish();
        }
    }

    @FunctionalInterface
    private interface Filling {

        void fill(Decoder decoder) throws IOException;
    }

    /** Keeps what is prepared; a cache that can't be written is no reason not to start. */
    private static final class Recorder implements AutoCloseable {

        private PreparedWeights.Writer writer;

        Recorder(Path file) {
            attempt(() -> writer = new PreparedWeights.Writer(file));
        }

        void add(NDArray array) {
            if (writer != null) {
                attempt(() -> writer.add(array.toByteBuffer(true)));
            }
        }

        void finish() {
            if (writer != null) {
                attempt(() -> writer.finish());
            }
        }

        private void attempt(Action action) {
            try {
                action.run();
            } catch (IOException e) {
                LOG.warn("The prepared weights can't be kept, the next start will be slow", e);
                close();
            }
        }

        @Override
        public void close() {
            if (writer != null) {
                try {
                    writer.close();
                } catch (IOException e) {
                    LOG.warn("A partial file of weights is left behind", e);
                }
                writer = null;
            }
        }

        @FunctionalInterface
        private interface Action {

            void run() throws IOException;
        }
    }
}
