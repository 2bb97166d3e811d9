package bankassistant.lab.training;

/**
 * One step as it went.
 *
 * @param epoch        counts from 1
 * @param step         counts from 1, over all epochs
 * @param loss         mean of the step's batches, in nats
 * @param learningRate of the adapters
 * @param gradientNorm 2-norm of all gradients, before clipping
 */
public record LossPoint(int epoch, long step, double loss, double learningRate, double gradientNorm) {}
