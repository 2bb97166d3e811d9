package bankassistant.model.training;

/**
 * The loss of one batch.
 *
 * @param mean   cross-entropy in nats, the mean over {@link Batch#terms()} rows or tokens
 * @param tokens computed, without padding
 */
public record BatchLoss(double mean, long tokens) {}
