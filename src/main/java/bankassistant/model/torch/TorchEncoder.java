package bankassistant.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import bankassistant.model.Ensemble;
import bankassistant.model.MessageHeads;
import bankassistant.model.ModelFileException;
import bankassistant.model.TextEncoder;
import bankassistant.model.TextTokens;
import bankassistant.model.TokenEncoder;
import bankassistant.model.TokenTagger;
import bankassistant.model.weights.HeadAdapter;
import bankassistant.model.words.Vocabulary;
import bankassistant.model.words.WordHead;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * bge-small-en-v1.5 (Xiao et al. 2023, arXiv 2309.07597) in float32: the CLS token's last state, scaled to length 1. A
 * question has the model's retrieval instruction before it, a passage nothing.
 *
 * <p>A long list of passages occupies the inference thread one batch at a time, so that a question gets in between.
 */
public final class TorchEncoder implements TextEncoder, TokenEncoder {

    private static final String INSTRUCTION = "Represent this sentence for searching relevant passages: ";
    private static final String NETWORK = "encoder.torchscript.txt";
    /** With weights in the layout of oneDNN, which not every build of the engine has. */
    static final String PACKED = "encoder-packed.torchscript.txt";
    static final String PLAIN = "encoder-plain.torchscript.txt";
    /** Tokens of one batch, padding included: enough to fill two cores, some 50 ms of work. */
    private static final int BATCH_TOKENS = 128;
    /** Tokens of a word that is one piece: it stands between CLS and SEP. */
    private static final int WHOLE_WORD = 3;

    private final TorchThread thread;
    private final EncoderTokenizer tokenizer;
    private final EncoderWeights weights;
    private final TorchScript network;
    private final Path cache;
    /** Used on the thread only. */
    private final List<EncoderTagger> taggers = new ArrayList<>();

    private TorchEncoder(TorchThread thread, Path cache, EncoderTokenizer tokenizer, EncoderWeights weights,
            TorchScript network) {
        this.thread = thread;
        this.cache = cache;
        this.tokenizer = tokenizer;
        this.weights = weights;
        this.network = network;
    }

    /**
     * Loads the encoder that the application is packaged with.
     *
     * @param cache a folder for the weights in the engine's form (133 MB), made when missing; a damaged file in it is
     *     written anew
     * @throws IOException if the packaged weights can't be read or the folder can't be written
     */
    public static TorchEncoder open(TorchThread thread, Path cache) throws IOException {
        return open(thread, cache, List.of(PACKED, PLAIN));
    }

    /**
     * Puts the weights into the cache if they are not there yet, which takes 250 MB for some seconds: to be done before
     * anything else takes memory. {@link #open} does it otherwise.
     *
     * @return whether it was done; what it took is garbage now
     */
    public static boolean prepare(Path cache) throws IOException {
        return EncoderWeights.prepare(new PackagedEncoder(), cache);
    }

    /** @param resources forms of its linear layers, of which the first that the engine knows is taken */
    static TorchEncoder open(TorchThread thread, Path cache, List<String> resources) throws IOException {
        PackagedEncoder source = new PackagedEncoder();
        EncoderWeights weights = EncoderWeights.open(source, cache);
        try (InputStream json = source.tokenizer()) {
            TorchScript network = thread.call(() -> network(weights, resources));
            weights.loaded();
            new Leftovers(cache, Clock.systemUTC()).removeAfterUseOf(EncoderWeights.file(source, cache));
            return new TorchEncoder(thread, cache, new EncoderTokenizer(json), weights, network);
        } catch (IOException | RuntimeException e) {
            weights.close();
            throw e;
        }
    }

    private static TorchScript network(EncoderWeights weights, List<String> resources) {
        try {
            return network(weights, resources.getFirst());
        } catch (IllegalStateException e) {
            if (resources.size() == 1) {
                throw e;
            }
            return network(weights, resources.subList(1, resources.size()));
        }
    }

    private static TorchScript network(EncoderWeights weights, String resource) {
        TorchScript network = new TorchScript(NETWORK, resource);
        try {
            fill(network, weights);
            return network;
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    private static void fill(TorchScript network, EncoderWeights weights) {
        List<EncoderShape.Part> parts = EncoderShape.parts(PackagedEncoder.CONFIG);
        List<ByteBuffer> tensors = weights.tensors();
        try (NDManager loading = network.manager().newSubManager()) {
            for (int i = 0; i < parts.size(); i++) {
                boolean mapped = i < EncoderShape.EMBEDDINGS;
                NDArray tensor = (mapped ? network.manager() : loading).create(tensors.get(i),
                        new Shape(parts.get(i).shape()), DataType.FLOAT32);
                network.call(loading, mapped ? "embeddings" : "add", tensor);
            }
        }
    }

    @Override
    public int dimension() {
        return PackagedEncoder.CONFIG.width();
    }

    @Override
    public String sha256() {
        return weights.sha256();
    }

    @Override
    public List<float[]> encodePassages(List<String> texts) {
        return batched("encode", texts.stream().map(tokenizer::ids).toList());
    }

    /** What a head without an adapter stands on: the CLS vectors as the last layer leaves them, of any length. */
    public List<float[]> states(List<String> texts) {
        return batched("cls", texts.stream().map(tokenizer::ids).map(TorchEncoder::cut).toList());
    }

    /** A vector for each text, in order; texts of like length go together, so that little is padded. */
    private List<float[]> batched(String method, List<long[]> ids) {
        int[] byLength = IntStream.range(0, ids.size()).boxed().sorted(Comparator.comparingInt(i -> ids.get(i).length))
                .mapToInt(Integer::intValue).toArray();
        float[][] vectors = new float[ids.size()][];
        int from = 0;
        while (from < byLength.length) {
            int to = batchEnd(ids, byLength, from);
            int[] batch = Arrays.copyOfRange(byLength, from, to);
            List<float[]> encoded = vectors(method, Arrays.stream(batch).mapToObj(ids::get).toList());
            for (int i = 0; i < batch.length; i++) {
                vectors[batch[i]] = encoded.get(i);
            }
            from = to;
        }
        return List.of(vectors);
    }

    private static int batchEnd(List<long[]> ids, int[] byLength, int from) {
        int to = from + 1;
        while (to < byLength.length && (to + 1 - from) * ids.get(byLength[to]).length <= BATCH_TOKENS) {
            to++;
        }
        return to;
    }

    @Override
    public float[] encodeQuestion(String text) {
        return vectors("encode", List.of(tokenizer.ids(INSTRUCTION + text))).getFirst();
    }

    @Override
    public float[][] tokenVectors(String text) {
        long[] ids = tokenizer.ids(text);
        return thread.call(() -> {
            try (NDManager scope = network.manager().newSubManager()) {
                float[][] all = rows(call("tokens", PaddedTokens.of(List.of(ids), scope), scope).head());
                // CLS and SEP are no words
                return Arrays.copyOfRange(all, 1, all.length - 1);
            }
        });
    }

    @Override
    public boolean knows(String word) {
        return tokenizer.ids(word).length == WHOLE_WORD;
    }

    /**
     * Opens heads and adds their adapters, once for an encoder. Those on the encoder score in one pass, until it is closed;
     * those on words beside them; and several of one name but for a number are one, see {@link Ensemble}.
     *
     * @param folders of the heads
     * @throws ModelFileException if a folder holds no head, or one that does not fit the encoder
     */
    public MessageHeads heads(List<Path> folders) throws ModelFileException {
        List<HeadAdapter> adapters = new ArrayList<>();
        List<MessageHeads> members = new ArrayList<>();
        for (Path folder : folders) {
            if (Vocabulary.isIn(folder)) {
                members.add(WordHead.open(folder));
            } else {
                adapters.add(HeadAdapter.open(folder, PackagedEncoder.CONFIG));
            }
        }
        if (!adapters.isEmpty()) {
            members.addFirst(thread.call(() -> new EncoderHeads(this, network, adapters)));
        }
        return new Ensemble(members);
    }

    /**
     * A network that tags tokens: this encoder with an adapter. It finds names until the encoder is closed.
     *
     * @throws ModelFileException if the adapter does not fit the encoder
     * @throws IOException        if the encoder's weights can't be read again
     */
    public TokenTagger tagger(HeadAdapter adapter) throws IOException {
        try (EncoderWeights again = EncoderWeights.open(new PackagedEncoder(), cache)) {
            return thread.call(() -> {
                EncoderTagger tagger = new EncoderTagger(this, again, adapter);
                taggers.add(tagger);
                return tagger;
            });
        }
    }

    TextTokens tokens(String text) {
        return tokenizer.tokens(text);
    }

    /** For each text {@code [tokens][tags]}. */
    List<float[][]> tagLogits(List<TextTokens> texts, TorchScript tagger) {
        List<long[]> ids = texts.stream().map(text -> Arrays.stream(text.ids()).asLongStream().toArray()).toList();
        int longest = ids.stream().mapToInt(row -> row.length).max().orElseThrow();
        return thread.call(() -> {
            try (NDManager scope = network.manager().newSubManager()) {
                PaddedTokens padded = PaddedTokens.of(ids, scope);
                NDArray embedded = network.call(scope, "embedded", padded.ids()).head();
                float[][] all = rows(tagger.call(scope, "tags", embedded, padded.mask(),
                        (long) PackagedEncoder.CONFIG.heads()).head());
                List<float[][]> logits = new ArrayList<>();
                for (int row = 0; row < ids.size(); row++) {
                    logits.add(Arrays.copyOfRange(all, row * longest, row * longest + ids.get(row).length));
                }
                return logits;
            }
        });
    }

    /** For each head {@code [texts][classes]}. */
    List<float[][]> headLogits(List<String> texts) {
        List<long[]> ids = texts.stream().map(tokenizer::ids).map(TorchEncoder::cut).toList();
        return thread.call(() -> {
            try (NDManager scope = network.manager().newSubManager()) {
                PaddedTokens tokens = PaddedTokens.of(ids, scope);
                List<float[][]> logits = new ArrayList<>();
                for (NDArray head : call("scores", tokens, scope)) {
                    logits.add(rows(head));
                }
                return logits;
            }
        });
    }

    /** To what heads look at in training. */
    private static long[] cut(long[] ids) {
        return PaddedTokens.cut(ids, TrainableEncoder.LONGEST);
    }

    private List<float[]> vectors(String method, List<long[]> texts) {
        return thread.call(() -> {
            try (NDManager scope = network.manager().newSubManager()) {
                return List.of(rows(call(method, PaddedTokens.of(texts, scope), scope).head()));
            }
        });
    }

    private NDList call(String method, PaddedTokens tokens, NDManager scope) {
        return network.call(scope, method, tokens.ids(), tokens.mask(), (long) PackagedEncoder.CONFIG.heads());
    }

    private static float[][] rows(NDArray matrix) {
        int columns = (int) matrix.getShape().get(1);
        float[] flat = matrix.toFloatArray();
        float[][] rows = new float[flat.length / columns][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = Arrays.copyOfRange(flat, row * columns, (row + 1) * columns);
        }
        return rows;
    }

    @Override
    public void close() {
        thread.run(() -> {
            taggers.forEach(EncoderTagger::close);
            network.close();
        });
        weights.close();
        tokenizer.close();
    }
}
