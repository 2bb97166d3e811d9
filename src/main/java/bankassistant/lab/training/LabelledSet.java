package bankassistant.lab.training;

import bankassistant.model.training.LabelledBatch;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows with their classes.
 *
 * @param ids     token ids of each row, none empty
 * @param targets {@code [rows][classes]}, a distribution each
 */
public record LabelledSet(List<int[]> ids, float[][] targets) implements TrainingSet<LabelledBatch> {

    public LabelledSet {
        // the batch knows what is allowed
        ids = new LabelledBatch(ids, targets).ids();
    }

    /** Rows that belong to one class each. */
    public static LabelledSet ofClasses(List<int[]> ids, int[] labels, int classes) {
        float[][] targets = new float[labels.length][classes];
        for (int row = 0; row < labels.length; row++) {
            targets[row][labels[row]] = 1;
        }
        return new LabelledSet(ids, targets);
    }

    @Override
    public int rows() {
        return ids.size();
    }

    @Override
    public int length(int row) {
        return ids.get(row).length;
    }

    @Override
    public LabelledBatch batch(int[] rows, double labelSmoothing) {
        List<int[]> batchIds = new ArrayList<>();
        float[][] batchTargets = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            batchIds.add(ids.get(rows[i]));
            batchTargets[i] = smoothed(targets[rows[i]], labelSmoothing);
        }
        return new LabelledBatch(batchIds, batchTargets);
    }

    private static float[] smoothed(float[] target, double share) {
        float[] smoothed = new float[target.length];
        for (int i = 0; i < target.length; i++) {
            smoothed[i] = (float) ((1 - share) * target[i] + share / target.length);
        }
        return smoothed;
    }

    @Override
    public String fingerprint() {
        Fingerprint fingerprint = new Fingerprint();
        for (int row = 0; row < rows(); row++) {
            fingerprint.add(ids.get(row)).add(targets[row]);
        }
        return fingerprint.hex();
    }
}
