package bankassistant.model;

/**
 * How well a model predicts a text.
 *
 * @param tokens       predicted positions
 * @param negativeLogLikelihood the sum over those positions, in nats
 */
public record Score(int tokens, double negativeLogLikelihood) {

    /** The exponential of the mean negative log-likelihood. */
    public double perplexity() {
        return Math.exp(negativeLogLikelihood / tokens);
    }
}
