package bankassistant.retrieval;

/**
 * How much each ranking counts when they are fused, 0 or more.
 *
 * @param words     BM25
 * @param sections  nearest section vectors
 * @param parts     sections by their nearest sentence or phrasing vector
 */
record RankWeights(double words, double sections, double parts) {

    /** Chosen on the development questions. */
    static final RankWeights CHOSEN = new RankWeights(1, 1, 1);
}
