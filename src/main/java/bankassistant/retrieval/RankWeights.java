package bankassistant.retrieval;

import java.util.Comparator;
import java.util.List;

/**
 * How much each part counts in a ranking.
 *
 * @param words   the score by words (BM25, as a share of the best passage's), added to the nearness
 * @param section the section's cosine, in the nearness that vectors rank by; the three add up to 1
 * @param sentence the best sentence's cosine
 * @param asked   the best sentence's cosine or the mean of the three nearest phrasings', whichever is higher: one phrasing
     *                alone may be near by chance
 * @param hint    the weight that a hint gives the passage, added to the nearness
 */
record RankWeights(double words, double section, double sentence, double asked, double hint) {

    private static final int NEAREST = 3;

    /**
     * Chosen on one half of the development questions; recall changes little around them. The hint's is small: it decides
     * between sections that are about equally near, and can't bring one to the top that is far away.
     */
    static final RankWeights CHOSEN = new RankWeights(0.1, 0.15, 0.05, 0.8, 0.03);

    /** How near a passage is to a question's vector, in [-1, 1]. */
    double nearness(EncodedPassage passage, float[] question) {
        double ofSentence = passage.sentences().stream().mapToDouble(vector -> Vectors.cosine(question, vector)).max()
                .orElseThrow();
        return section * Vectors.cosine(question, passage.vector()) + sentence * ofSentence
                + asked * Math.max(ofSentence, ofPhrasings(passage.phrasings(), question));
    }

    private static double ofPhrasings(List<EncodedPassage.Phrasing> phrasings, float[] question) {
        return phrasings.stream().map(phrasing -> Vectors.cosine(question, phrasing.vector()))
                .sorted(Comparator.reverseOrder()).limit(NEAREST).mapToDouble(Double::doubleValue).average().orElse(-1);
    }
}
