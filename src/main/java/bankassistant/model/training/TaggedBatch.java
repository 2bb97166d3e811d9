package bankassistant.model.training;

import java.util.List;

/**
 * Rows each of whose tokens has a tag.
 *
 * @param ids            token ids of each row, none empty
 * @param tags           for each row as many as tokens; below 0 where the loss doesn't count the token
 * @param labelSmoothing share of each target that is spread evenly over all tags, in [0, 1)
 */
public record TaggedBatch(List<int[]> ids, List<int[]> tags, double labelSmoothing) implements Batch {

    public TaggedBatch {
        ids = List.copyOf(ids);
        tags = List.copyOf(tags);
        if (ids.isEmpty() || ids.size() != tags.size()) {
            throw new IllegalArgumentException(ids.size() + " rows with " + tags.size() + " rows of tags");
        }
        for (int row = 0; row < ids.size(); row++) {
            if (ids.get(row).length == 0 || ids.get(row).length != tags.get(row).length) {
                throw new IllegalArgumentException("row %d: %d tokens, %d tags".formatted(row, ids.get(row).length,
                        tags.get(row).length));
            }
        }
    }

    @Override
    public long terms() {
        long sum = 0;
        for (int[] row : tags) {
            for (int tag : row) {
                sum += tag >= 0 ? 1 : 0;
            }
        }
        return sum;
    }
}
