package bankassistant.model.training;

import java.util.List;

/**
 * Rows to be sorted into classes.
 *
 * @param ids     token ids of each row, none empty
 * @param targets {@code [rows][classes]}: for each row a distribution over the classes, which sums to 1; soft labels are
 *                allowed. The loss of a row is the cross-entropy with it.
 */
public record LabelledBatch(List<int[]> ids, float[][] targets) implements Batch {

    public LabelledBatch {
        ids = List.copyOf(ids);
        if (ids.isEmpty() || ids.size() != targets.length) {
            throw new IllegalArgumentException(ids.size() + " rows with " + targets.length + " targets");
        }
        for (int[] row : ids) {
            if (row.length == 0) {
                throw new IllegalArgumentException("a row has no tokens");
            }
        }
    }

    @Override
    public long terms() {
        return rows();
    }
}
