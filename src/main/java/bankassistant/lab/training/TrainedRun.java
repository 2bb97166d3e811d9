package bankassistant.lab.training;

import java.util.List;

/**
 * A training that is done. The network holds the result.
 *
 * @param curve all its steps, those before a resume too
 */
public record TrainedRun(List<LossPoint> curve) {

    public TrainedRun {
        curve = List.copyOf(curve);
    }
}
