package bankassistant.lab.training;

import bankassistant.model.training.TrainingState;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a training stands after a step, with all it needs to go on.
 *
 * @param step     that was done last, counted from 1
 * @param settings by name what decides the course of the training; a resume needs the same
 * @param curve    all steps so far
 * @param state    of the network
 */
record Checkpoint(long step, Map<String, String> settings, List<LossPoint> curve, TrainingState state) {

    Checkpoint {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        curve = List.copyOf(curve);
    }
}
