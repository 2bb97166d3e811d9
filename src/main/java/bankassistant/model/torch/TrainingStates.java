package bankassistant.model.torch;

import bankassistant.model.training.Parameter;
import bankassistant.model.training.TrainingState;
import java.util.List;

/** Checks of states before they reach native memory. */
final class TrainingStates {

    private TrainingStates() {}

    /** @throws IllegalArgumentException if the state is not one of these parameters */
    static void requireFit(TrainingState state, List<Parameter> parameters) {
        for (List<float[]> part : List.of(state.values(), state.firstMoments(), state.secondMoments())) {
            if (part.size() != parameters.size()) {
                throw new IllegalArgumentException(
                        "a state of %d parameters for %d".formatted(part.size(), parameters.size()));
            }
            for (int i = 0; i < parameters.size(); i++) {
                if (part.get(i).length != parameters.get(i).values()) {
                    throw new IllegalArgumentException("%s has %,d values, the state %,d"
                            .formatted(parameters.get(i).name(), parameters.get(i).values(), part.get(i).length));
                }
            }
        }
    }
}
