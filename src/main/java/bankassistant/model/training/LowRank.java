package bankassistant.model.training;

import java.util.Set;

/**
 * Low-rank adapters (Hu et al. 2021, arXiv 2106.09685): a linear layer of weight W computes {@code (W + alpha / rank B A) x},
 * of which only A and B are trained.
 *
 * @param rank    of the adapters, from 1
 * @param alpha   their scale times the rank
 * @param targets the last parts of the adapted layers' names, as PEFT's {@code target_modules}
 */
public record LowRank(int rank, double alpha, Set<String> targets) {

    public LowRank {
        if (rank < 1 || !(alpha > 0) || targets.isEmpty()) {
            throw new IllegalArgumentException(
                    "there are no adapters of rank %d with alpha %s on %s".formatted(rank, alpha, targets));
        }
        targets = Set.copyOf(targets);
    }

    /** Whether the layer of this name has an adapter. */
    public boolean adapts(String module) {
        return targets.stream().anyMatch(target -> module.equals(target) || module.endsWith("." + target));
    }

    public double scale() {
        return alpha / rank;
    }
}
