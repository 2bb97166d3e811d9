package bankassistant.lab.training;

import bankassistant.model.training.AdamW;

/**
 * Learning rates that rise linearly, then fall as half a cosine (Loshchilov &amp; Hutter, SGDR, 2017, without restarts).
 * No step has the rate zero: that would be a step in vain.
 */
final class CosineSchedule {

    private final TrainingPlan.Optimizer optimizer;
    private final long steps;
    private final long warmup;

    /** @param steps of the whole training */
    CosineSchedule(TrainingPlan.Optimizer optimizer, long steps) {
        this.optimizer = optimizer;
        this.steps = steps;
        this.warmup = Math.round(optimizer.warmup() * steps);
    }

    /** The share of the highest rate that a step has, in (0, 1]. Steps count from 1. */
    double factor(long step) {
        if (step <= warmup) {
            return (double) step / warmup;
        }
        return (1 + Math.cos(Math.PI * (step - 1 - warmup) / (steps - warmup))) / 2;
    }

    AdamW at(long step) {
        double factor = factor(step);
        return new AdamW(optimizer.learningRate() * factor, optimizer.headLearningRate() * factor, optimizer.beta1(),
                optimizer.beta2(), optimizer.epsilon(), optimizer.weightDecay(), optimizer.maxNorm(), step);
    }
}
