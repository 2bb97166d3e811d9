package bankassistant.model.training;

import java.util.List;

/**
 * All that a network's training has changed so far; each list has one array for each parameter, in their order.
 *
 * @param values        of the parameters
 * @param firstMoments  AdamW's means of gradients
 * @param secondMoments AdamW's means of squared gradients
 */
public record TrainingState(List<float[]> values, List<float[]> firstMoments, List<float[]> secondMoments) {

    public TrainingState {
        values = List.copyOf(values);
        firstMoments = List.copyOf(firstMoments);
        secondMoments = List.copyOf(secondMoments);
        if (firstMoments.size() != values.size() || secondMoments.size() != values.size()) {
            throw new IllegalArgumentException("not as many moments as parameters");
        }
    }
}
