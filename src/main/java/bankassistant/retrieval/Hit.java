package bankassistant.retrieval;

/**
 * A passage found.
 *
 * @param score  fused score, higher is better; comparable within one search only
 * @param cosine of question and passage vectors, in [-1, 1]
 */
public record Hit(Passage passage, double score, double cosine) {}
