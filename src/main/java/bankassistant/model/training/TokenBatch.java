package bankassistant.model.training;

import java.util.List;

/**
 * Rows whose tokens are to be predicted, each from those before it.
 *
 * @param ids     token ids of each row, at least two
 * @param counted for each row as many flags as tokens: whether the loss counts the prediction <em>of</em> this token.
 *                The first is never predicted and so never counted.
 */
public record TokenBatch(List<int[]> ids, List<boolean[]> counted) implements Batch {

    public TokenBatch {
        ids = List.copyOf(ids);
        counted = List.copyOf(counted);
        if (ids.isEmpty() || ids.size() != counted.size()) {
            throw new IllegalArgumentException(ids.size() + " rows with " + counted.size() + " rows of flags");
        }
        for (int row = 0; row < ids.size(); row++) {
            int tokens = ids.get(row).length;
            if (tokens < 2 || counted.get(row).length != tokens || counted.get(row)[0]) {
                throw new IllegalArgumentException("row %d: %d tokens, %d flags, the first %s".formatted(row, tokens,
                        counted.get(row).length, counted.get(row).length > 0 && counted.get(row)[0]));
            }
        }
    }

    @Override
    public long terms() {
        long sum = 0;
        for (boolean[] row : counted) {
            for (boolean counts : row) {
                sum += counts ? 1 : 0;
            }
        }
        return sum;
    }
}
