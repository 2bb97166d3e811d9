package bankassistant.retrieval;

import bankassistant.model.TextEncoder;
import bankassistant.policy.Policy;
import bankassistant.policy.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Computes the vectors of all sections, sentences and phrasings; texts that were encoded before keep theirs. */
final class PassageEncoder {

    private static final int TEXTS_AT_ONCE = 24;

    private final TextEncoder encoder;

    PassageEncoder(TextEncoder encoder) {
        this.encoder = encoder;
    }

    /**
     * @param known    vectors by text, from the same encoder
     * @param progress is told the part done, from 0 to 1
     */
    List<EncodedPassage> encode(PolicyTexts texts, Map<String, float[]> known, DoubleConsumer progress) {
        List<Passage> passages = passages(texts.policies());
        Map<String, float[]> vectors = new HashMap<>(known);
        encodeMissing(allTexts(passages, texts.phrasings()), vectors, progress);
        return passages.stream().map(passage -> encoded(passage, phrasings(passage, texts.phrasings()), vectors))
                .toList();
    }

    private void encodeMissing(Set<String> texts, Map<String, float[]> vectors, DoubleConsumer progress) {
        List<String> missing = texts.stream().filter(text -> !vectors.containsKey(text)).toList();
        progress.accept(0);
        for (int from = 0; from < missing.size(); from += TEXTS_AT_ONCE) {
            List<String> some = missing.subList(from, Math.min(missing.size(), from + TEXTS_AT_ONCE));
            List<float[]> encoded = encoder.encodePassages(some);
            for (int i = 0; i < some.size(); i++) {
                vectors.put(some.get(i), encoded.get(i));
            }
            progress.accept((double) (from + some.size()) / missing.size());
        }
    }

    /** The vectors by text that {@link #encode} takes as known. */
    static Map<String, float[]> vectors(List<EncodedPassage> passages) {
        Map<String, float[]> vectors = new HashMap<>();
        for (EncodedPassage encoded : passages) {
            vectors.put(EncodedPassage.sectionText(encoded.passage()), encoded.vector());
            for (int i = 0; i < encoded.sentences().size(); i++) {
                vectors.put(EncodedPassage.sentenceText(encoded.passage(), i), encoded.sentences().get(i));
            }
            encoded.phrasings().forEach(phrasing -> vectors.put(phrasing.text(), phrasing.vector()));
        }
        return vectors;
    }

    private static EncodedPassage encoded(Passage passage, List<String> phrasings, Map<String, float[]> vectors) {
        return new EncodedPassage(passage, vectors.get(EncodedPassage.sectionText(passage)),
                sentenceTexts(passage).map(vectors::get).toList(),
                phrasings.stream().map(text -> new EncodedPassage.Phrasing(text, vectors.get(text))).toList());
    }

    private static Set<String> allTexts(List<Passage> passages, Map<String, List<String>> phrasings) {
        Set<String> texts = new LinkedHashSet<>();
        for (Passage passage : passages) {
            texts.add(EncodedPassage.sectionText(passage));
            sentenceTexts(passage).forEach(texts::add);
            texts.addAll(phrasings(passage, phrasings));
        }
        return texts;
    }

    private static Stream<String> sentenceTexts(Passage passage) {
        return IntStream.range(0, passage.section().sentences().size())
                .mapToObj(sentence -> EncodedPassage.sentenceText(passage, sentence));
    }

    private static List<String> phrasings(Passage passage, Map<String, List<String>> phrasings) {
        return phrasings.getOrDefault(passage.key(), List.of());
    }

    private static List<Passage> passages(List<Policy> policies) {
        List<Passage> passages = new ArrayList<>();
        for (Policy policy : policies) {
            for (Section section : policy.sections()) {
                passages.add(new Passage(policy.id(), policy.title(), policy.version(), policy.sha256(), section,
                        policy.owner()));
            }
        }
        return passages;
    }
}
