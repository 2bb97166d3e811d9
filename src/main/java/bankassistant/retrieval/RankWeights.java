package bankassistant.retrieval;

/**
 * How much each part counts in a ranking.
 *
 * @param words   the ranking by words (BM25) beside that by vectors, which counts 1
 * @param section the section's cosine, in the nearness that vectors rank by; the three add up to 1
 * @param sentence the best sentence's cosine
 * @param asked   the cosine of the best among sentences and phrasings
 */
record RankWeights(double words, double section, double sentence, double asked) {

    /** Chosen on the development questions; recall changes little around them. */
    static final RankWeights CHOSEN = new RankWeights(0.05, 0.35, 0.2, 0.45);

    /** How near a passage is to a question's vector, in [-1, 1]. */
    double nearness(EncodedPassage passage, float[] question) {
        double ofSentence = passage.sentences().stream().mapToDouble(vector -> Vectors.cosine(question, vector)).max()
                .orElseThrow();
        double ofPhrasing = passage.phrasings().stream()
                .mapToDouble(phrasing -> Vectors.cosine(question, phrasing.vector())).max().orElse(-1);
        return section * Vectors.cosine(question, passage.vector()) + sentence * ofSentence
                + asked * Math.max(ofSentence, ofPhrasing);
    }
}
