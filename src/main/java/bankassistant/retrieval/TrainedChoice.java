package bankassistant.retrieval;

import bankassistant.policy.SectionRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Chooses section and sentences by a head's opinion together with the nearness of vectors. For a section that the head does
 * not know, nearness decides alone.
 */
final class TrainedChoice {

    /** Below this a section is no candidate on the head's account. */
    private static final double LEAST = 0.003;
    /** "What does it cost and how long does it take" wants two sentences more often than one. */
    private static final Pattern ASKS_TWICE = Pattern
            .compile("(?i)\\b(?:and|or)\\s+(?:(?:by|from|until|for|in|at|on)\\s+)?"
                    + "(?:how|what|when|where|which|who|why|is|are|can|does|do|must|will)\\b|\\?.+\\?");
    private static final double TWICE = 2;
    /** Below this probability a second section does not answer the second thing that is asked. */
    private static final double LEAST_OF_SECOND = 0.05;
    /** From this probability on a second section answers as well though one thing is asked: "wire cut-off" does not say which. */
    private static final double AS_LIKELY = 0.2;
    /** How much less it may score in the ranking. */
    private static final double GAP = 0.3;

    private final EvidenceCalibration calibration;
    private final RankWeights weights;

    TrainedChoice(EvidenceCalibration calibration) {
        this.calibration = calibration;
        RankWeights before = RankWeights.CHOSEN;
        this.weights = new RankWeights(before.words(), before.section(), before.sentence(), before.asked(),
                before.hint() + calibration.head());
    }

    /** To rank with, together with {@link #hint}. */
    RankWeights weights() {
        return weights;
    }

    /** What the intents and the head speak for, each as much as it counts. */
    SectionHint hint(SectionHint intents, SentenceHead.Opinion opinion, List<EncodedPassage> passages) {
        Map<SectionRef, Double> both = new HashMap<>();
        for (EncodedPassage encoded : passages) {
            Passage passage = encoded.passage();
            double intent = RankWeights.CHOSEN.hint() * intents.of(passage);
            double head = opinion.of(passage);
            if (intent > 0 || head >= LEAST) {
                both.put(new SectionRef(passage.policyId(), passage.section().id()),
                        Math.min(1, (intent + calibration.head() * head) / weights.hint()));
            }
        }
        return new SectionHint(both);
    }

    /** The sentences of the best section that answer, or nothing. */
    Optional<Evidence> evidence(PolicyIndex.Ranked best, SentenceHead.Opinion opinion, String question,
            float[] vector) {
        Passage passage = best.encoded().passage();
        if (!opinion.knows(passage)) {
            return EvidenceRule.CHOSEN.apply(best.encoded(), best.nearness(), vector);
        }
        double answers = calibration.answers(best.nearness(), opinion.of(passage), opinion.none());
        return answers < calibration.answerable()
                ? Optional.empty()
                : Optional.of(new Evidence(passage, sentences(best.encoded(), opinion, question, vector), answers));
    }

    /**
     * The best sentence of the next section with what is told together with it, where two things are asked and it is likely
     * that each section answers one, or where it is not said which of two things is meant.
     *
     * @param first  what the best section has
     * @param ranked best first
     */
    Optional<Evidence> also(Evidence first, List<PolicyIndex.Ranked> ranked, SentenceHead.Opinion opinion,
            String question, float[] vector) {
        if (ranked.size() < 2 || first.sentences().size() == ToldTogether.MOST) {
            return Optional.empty();
        }
        double least = ASKS_TWICE.matcher(question).find() ? LEAST_OF_SECOND : AS_LIKELY;
        PolicyIndex.Ranked second = ranked.get(1);
        Passage passage = second.encoded().passage();
        boolean likely = opinion.knows(passage) && opinion.of(passage) >= least
                && second.hit().score() >= ranked.getFirst().hit().score() - GAP;
        return likely
                ? Optional.of(new Evidence(passage, best(second.encoded(), opinion, vector), opinion.of(passage)))
                : Optional.empty();
    }

    private List<Integer> best(EncodedPassage encoded, SentenceHead.Opinion opinion, float[] vector) {
        double[] values = values(encoded, opinion, vector);
        return encoded.passage().section().with(greatest(values, new boolean[values.length]));
    }

    private double[] values(EncodedPassage encoded, SentenceHead.Opinion opinion, float[] vector) {
        double[] values = opinion.shares(encoded.passage());
        for (int i = 0; i < values.length; i++) {
            values[i] += calibration.cosine() * Vectors.cosine(vector, encoded.sentences().get(i));
        }
        return values;
    }

    private List<Integer> sentences(EncodedPassage encoded, SentenceHead.Opinion opinion, String question,
            float[] vector) {
        double[] values = values(encoded, opinion, vector);
        double margin = calibration.margin() * (ASKS_TWICE.matcher(question).find() ? TWICE : 1);
        List<Integer> bestFirst = new ArrayList<>();
        boolean[] taken = new boolean[values.length];
        int best = greatest(values, taken);
        for (int next = best; next >= 0 && values[next] >= values[best] - margin; next = greatest(values, taken)) {
            taken[next] = true;
            bestFirst.add(next);
        }
        return ToldTogether.of(encoded.passage().section(), bestFirst);
    }

    /** The place of the greatest value not taken; -1 if all are. */
    private static int greatest(double[] values, boolean[] taken) {
        int greatest = -1;
        for (int i = 0; i < values.length; i++) {
            if (!taken[i] && (greatest < 0 || values[i] > values[greatest])) {
                greatest = i;
            }
        }
        return greatest;
    }
}
