package bankassistant.lab.training;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a training proceeds.
 *
 * @param epochs          times that every row is seen, at least 1
 * @param batchSize       what goes through the network together
 * @param accumulation    batches whose gradients make one step, at least 1
 * @param optimizer       the optimizer's values
 * @param labelSmoothing  share of each target that is spread evenly over all classes, in [0, 1) (Szegedy et al., 2016)
 * @param seed            decides the order of the rows and dropout
 * @param checkpointEvery steps from one checkpoint to the next, at least 1; the last step is always kept
 */
public record TrainingPlan(int epochs, BatchSize batchSize, int accumulation, Optimizer optimizer,
        double labelSmoothing, long seed, int checkpointEvery) {

    /**
     * The most that goes through the network together.
     *
     * @param rows   at least 1
     * @param tokens with padding; a longer row goes alone
     */
    public record BatchSize(int rows, int tokens) {

        public BatchSize {
            require(rows >= 1, "rows a batch", rows);
            require(tokens >= 1, "tokens a batch", tokens);
        }
    }

    /**
     * AdamW and the schedule of its learning rates.
     *
     * @param learningRate     of the adapters, at its highest
     * @param headLearningRate of the parameters that are no adapters, at its highest
     * @param warmup           share of the steps in which the rates rise, in [0, 1)
     * @param beta1            decay of the mean of gradients
     * @param beta2            decay of the mean of squared gradients
     * @param epsilon          added to the root of the second moment
     * @param weightDecay      decoupled from the gradient
     * @param maxNorm          2-norm that gradients are clipped to; infinite for no clipping
     */
    public record Optimizer(double learningRate, double headLearningRate, double warmup, double beta1, double beta2,
            double epsilon, double weightDecay, double maxNorm) {

        public Optimizer {
            require(learningRate >= 0 && Double.isFinite(learningRate), "learning rate", learningRate);
            require(headLearningRate >= 0 && Double.isFinite(headLearningRate), "head learning rate", headLearningRate);
            require(warmup >= 0 && warmup < 1, "warm-up share", warmup);
            require(beta1 >= 0 && beta1 < 1, "beta1", beta1);
            require(beta2 >= 0 && beta2 < 1, "beta2", beta2);
            require(epsilon > 0, "epsilon", epsilon);
            require(weightDecay >= 0, "weight decay", weightDecay);
            require(maxNorm > 0, "gradient norm", maxNorm);
        }

        public Optimizer withLearningRates(double adapters, double head) {
            return new Optimizer(adapters, head, warmup, beta1, beta2, epsilon, weightDecay, maxNorm);
        }
    }

    public TrainingPlan {
        require(epochs >= 1, "epochs", epochs);
        require(accumulation >= 1, "batches a step", accumulation);
        require(labelSmoothing >= 0 && labelSmoothing < 1, "label smoothing", labelSmoothing);
        require(checkpointEvery >= 1, "steps between checkpoints", checkpointEvery);
    }

    private static void require(boolean possible, String name, Number value) {
        if (!possible) {
            throw new IllegalArgumentException("%s can't be %s".formatted(name, value));
        }
    }

    /** Three epochs of 32 rows a step with the values that are usual for adapters of this size. */
    public static TrainingPlan defaults() {
        return new TrainingPlan(3, new BatchSize(32, 2048), 1,
                new Optimizer(2e-4, 1e-3, 0.06, 0.9, 0.999, 1e-8, 0.01, 1), 0, 1, 200);
    }

    public TrainingPlan withEpochs(int value) {
        return new TrainingPlan(value, batchSize, accumulation, optimizer, labelSmoothing, seed, checkpointEvery);
    }

    public TrainingPlan withBatches(int rows, int tokens, int batchesPerStep) {
        return new TrainingPlan(epochs, new BatchSize(rows, tokens), batchesPerStep, optimizer, labelSmoothing, seed,
                checkpointEvery);
    }

    public TrainingPlan withOptimizer(Optimizer value) {
        return new TrainingPlan(epochs, batchSize, accumulation, value, labelSmoothing, seed, checkpointEvery);
    }

    public TrainingPlan withLabelSmoothing(double value) {
        return new TrainingPlan(epochs, batchSize, accumulation, optimizer, value, seed, checkpointEvery);
    }

    public TrainingPlan withSeed(long value) {
        return new TrainingPlan(epochs, batchSize, accumulation, optimizer, labelSmoothing, value, checkpointEvery);
    }

    public TrainingPlan withCheckpointEvery(int steps) {
        return new TrainingPlan(epochs, batchSize, accumulation, optimizer, labelSmoothing, seed, steps);
    }

    /** By name what decides the course of the training: all but how often it is kept. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("epochs", "" + epochs);
        settings.put("rows a batch", "" + batchSize.rows());
        settings.put("tokens a batch", "" + batchSize.tokens());
        settings.put("batches a step", "" + accumulation);
        settings.put("learning rate", "" + optimizer.learningRate());
        settings.put("head learning rate", "" + optimizer.headLearningRate());
        settings.put("warm-up share", "" + optimizer.warmup());
        settings.put("beta1", "" + optimizer.beta1());
        settings.put("beta2", "" + optimizer.beta2());
        settings.put("epsilon", "" + optimizer.epsilon());
        settings.put("weight decay", "" + optimizer.weightDecay());
        settings.put("gradient norm", "" + optimizer.maxNorm());
        settings.put("label smoothing", "" + labelSmoothing);
        settings.put("seed", "" + seed);
        return settings;
    }
}
