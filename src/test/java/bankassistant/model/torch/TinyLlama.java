package bankassistant.model.torch;

import bankassistant.model.weights.LlamaConfig;
import bankassistant.model.weights.LlamaTensors;
import bankassistant.model.weights.WeightSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** A small decoder with random weights. */
final class TinyLlama implements WeightSource {

    private final LlamaConfig config;
    private final Map<String, int[]> shapes;
    private final Map<String, float[]> values = new HashMap<>();
    private final long seed;

    private TinyLlama(LlamaConfig config, boolean tied, long seed) {
        this.config = config;
        this.shapes = new HashMap<>(LlamaTensors.of(config, tied));
        this.seed = seed;
        SplittableRandom random = new SplittableRandom(seed);
        LlamaTensors.of(config, tied).forEach((name, shape) -> values.put(name, random(name, shape, random)));
    }

    /** Two blocks with the vocabulary of {@link ByteTokenizer}. */
    static TinyLlama of(int width, int feedForward, int heads, int keyValueHeads, int headSize, boolean tied) {
        LlamaConfig config = new LlamaConfig(2, width, feedForward, heads, keyValueHeads, headSize, 256, 10_000, 1e-5,
                ByteTokenizer.VOCABULARY);
        return new TinyLlama(config, tied, 7);
    }

    static TinyLlama small() {
        return of(128, 256, 2, 1, 64, true);
    }

    /** Gains around 1; linear layers that keep the size of what goes through them. */
    private static float[] random(String name, int[] shape, SplittableRandom random) {
        int count = 1;
        for (int size : shape) {
            count *= size;
        }
        double mean = name.contains("norm") ? 1 : 0;
        double deviation = name.contains("norm") ? 0.2 : 1.5 / Math.sqrt(shape[1]);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian(mean, deviation);
        }
        return numbers;
    }

    TinyLlama with(String name, int index, float value) {
        values.get(name)[index] = value;
        return this;
    }

    TinyLlama withShape(String name, int... shape) {
        shapes.put(name, shape);
        return this;
    }

    TinyLlama without(String name) {
        shapes.remove(name);
        return this;
    }

    @Override
    public LlamaConfig config() {
        return config;
    }

    @Override
    public String name() {
        return "tiny";
    }

    @Override
    public String sha256() {
        return "%064x".formatted(seed + config.hashCode());
    }

    @Override
    public Set<String> names() {
        return shapes.keySet();
    }

    @Override
    public int[] shape(String name) {
        return shapes.get(name).clone();
    }

    @Override
    public float[] floats(String name) {
        return values.get(name).clone();
    }

    @Override
    public void close() {
        // nothing is open
    }
}
