package bankassistant.lab.training;

import bankassistant.model.training.TokenBatch;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows whose tokens are to be predicted.
 *
 * @param ids     token ids of each row, at least two
 * @param counted for each row as many flags as tokens, at least one of them set: whether the loss counts it
 */
public record TokenSet(List<int[]> ids, List<boolean[]> counted) implements TrainingSet<TokenBatch> {

    public TokenSet {
        // the batch knows what is allowed
        TokenBatch all = new TokenBatch(ids, counted);
        ids = all.ids();
        counted = all.counted();
        for (int row = 0; row < ids.size(); row++) {
            if (new TokenBatch(ids.subList(row, row + 1), counted.subList(row, row + 1)).terms() == 0) {
                throw new IllegalArgumentException("row " + row + " has no token that counts");
            }
        }
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
    public TokenBatch batch(int[] rows, double labelSmoothing) {
        if (labelSmoothing != 0) {
            throw new IllegalArgumentException("labels of tokens are not smoothed");
        }
        List<int[]> batchIds = new ArrayList<>();
        List<boolean[]> batchCounted = new ArrayList<>();
        for (int row : rows) {
            batchIds.add(ids.get(row));
            batchCounted.add(counted.get(row));
        }
        return new TokenBatch(batchIds, batchCounted);
    }

    @Override
    public String fingerprint() {
        Fingerprint fingerprint = new Fingerprint();
        for (int row = 0; row < rows(); row++) {
            fingerprint.add(ids.get(row)).add(counted.get(row));
        }
        return fingerprint.hex();
    }
}
