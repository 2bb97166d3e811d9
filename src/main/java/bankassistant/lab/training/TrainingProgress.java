package bankassistant.lab.training;

import java.time.Duration;

/**
 * How far a training is after a step.
 *
 * @param epoch           counts from 1
 * @param step            counts from 1, over all epochs
 * @param steps           of the whole training
 * @param loss            of this step, in nats
 * @param learningRate    of the adapters in this step
 * @param tokensPerSecond without padding, since this process started or resumed the training
 * @param left            until the last step is done, at that speed
 */
public record TrainingProgress(int epoch, long step, long steps, double loss, double learningRate,
        double tokensPerSecond, Duration left) {}
