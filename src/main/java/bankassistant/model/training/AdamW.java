package bankassistant.model.training;

/**
 * The values of one AdamW step (Loshchilov &amp; Hutter, Decoupled Weight Decay Regularization, 2019, algorithm 2), with
 * the gradients clipped to a norm first.
 *
 * @param learningRate     of the adapters, at least 0
 * @param headLearningRate of the parameters that are no adapters, at least 0
 * @param beta1            decay of the mean of gradients, in [0, 1)
 * @param beta2            decay of the mean of squared gradients, in [0, 1)
 * @param epsilon          added to the root of the second moment, above 0
 * @param weightDecay      share of a decaying parameter, times its learning rate, that a step takes away
 * @param maxNorm          2-norm of all gradients together that a step may have, above 0; infinite for no clipping
 * @param step             counts from 1: the moments' bias is corrected with it
 */
public record AdamW(double learningRate, double headLearningRate, double beta1, double beta2, double epsilon,
        double weightDecay, double maxNorm, long step) {

    public AdamW {
        if (!(learningRate >= 0 && headLearningRate >= 0 && beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1
                && epsilon > 0 && weightDecay >= 0 && maxNorm > 0 && step >= 1)) {
            throw new IllegalArgumentException("impossible values of a step");
        }
    }
}
