package bankassistant.retrieval;

import bankassistant.model.TextEncoder;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands in for the encoder: texts are near when they share words. Counts the texts it encoded. */
final class WordEncoder implements TextEncoder {

    private final String sha256;
    private final AtomicInteger passages = new AtomicInteger();
    private final AtomicInteger questions = new AtomicInteger();

    WordEncoder(String sha256) {
        this.sha256 = sha256;
    }

    int passages() {
        return passages.get();
    }

    int questions() {
        return questions.get();
    }

    @Override
    public int dimension() {
        return 64;
    }

    @Override
    public String sha256() {
        return sha256;
    }

    @Override
    public List<float[]> encodePassages(List<String> texts) {
        passages.addAndGet(texts.size());
        return texts.stream().map(WordEncoder::vector).toList();
    }

    @Override
    public float[] encodeQuestion(String text) {
        questions.incrementAndGet();
        return vector(text);
    }

    @Override
    public boolean knows(String word) {
        return false;
    }

    private static float[] vector(String text) {
        float[] vector = new float[64];
        vector[0] = 0.1f;
        for (String word : text.toLowerCase(Locale.ROOT).split("\\W+")) {
            vector[1 + Math.floorMod(word.hashCode(), 63)] += 1;
        }
        double length = 0;
        for (float value : vector) {
            length += value * value;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(length);
        }
        return vector;
    }

    @Override
    public void close() {
        // holds nothing
    }
}
