package bankassistant.retrieval;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Which sentences of a passage answer a question. A section's first sentence answers what its title asks, so it is among
 * them unless another is nearer to the question by a clear lead; with the first sentence alone, a second one nearly as near
 * comes along. What the section tells together is not divided. When the passage as a whole is too far away, none does.
 *
 * @param answerable least nearness of question and passage, in [-1, 1]
 * @param lead       how much nearer another sentence must be to stand without the first, 0 or more
 * @param margin     how much less near the second sentence may be, 0 or more
 */
record EvidenceRule(double answerable, double lead, double margin) {

    /** The greatest threshold, in steps of 0.01, that refuses at most 3 % of one half of the development questions. */
    static final EvidenceRule CHOSEN = new EvidenceRule(0.65, 0.1, 0.02);

    Optional<Evidence> apply(EncodedPassage encoded, double nearness, float[] question) {
        if (nearness < answerable) {
            return Optional.empty();
        }
        double[] cosines = encoded.sentences().stream().mapToDouble(vector -> Vectors.cosine(question, vector))
                .toArray();
        List<Integer> nearestFirst = IntStream.range(0, cosines.length).boxed()
                .sorted((a, b) -> Double.compare(cosines[b], cosines[a])).toList();
        int best = nearestFirst.getFirst();
        SortedSet<Integer> chosen = new TreeSet<>(Set.of(best));
        if (cosines[0] >= cosines[best] - lead) {
            chosen.add(0);
        }
        if (chosen.size() == 1 && nearestFirst.size() > 1 && cosines[nearestFirst.get(1)] >= cosines[best] - margin) {
            chosen.add(nearestFirst.get(1));
        }
        List<Integer> bestFirst = nearestFirst.stream().filter(chosen::contains).toList();
        return Optional.of(new Evidence(encoded.passage(),
                ToldTogether.of(encoded.passage().section(), bestFirst), cosines[best]));
    }
}
