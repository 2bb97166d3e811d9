package bankassistant.retrieval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which sentences of a passage answer a question: the one nearest to it, and a second one nearly as near. When the passage
 * as a whole is too far away, none does.
 *
 * @param answerable least nearness of question and passage, in [-1, 1]
 * @param margin     how much less near the second sentence may be, 0 or more
 */
record EvidenceRule(double answerable, double margin) {

    /** Chosen on the development questions and on questions that have nothing to do with banking. */
    static final EvidenceRule CHOSEN = new EvidenceRule(0.65, 0.04);

    Optional<Evidence> apply(EncodedPassage encoded, double nearness, float[] question) {
        if (nearness < answerable) {
            return Optional.empty();
        }
        double[] cosines = encoded.sentences().stream().mapToDouble(vector -> Vectors.cosine(question, vector))
                .toArray();
        List<Integer> nearestFirst = IntStream.range(0, cosines.length).boxed()
                .sorted((a, b) -> Double.compare(cosines[b], cosines[a])).toList();
        int best = nearestFirst.getFirst();
        List<Integer> chosen = new ArrayList<>(List.of(best));
        if (nearestFirst.size() > 1 && cosines[nearestFirst.get(1)] >= cosines[best] - margin) {
            chosen.add(nearestFirst.get(1));
        }
        return Optional.of(new Evidence(encoded.passage(), chosen.stream().sorted().toList(), cosines[best]));
    }
}
