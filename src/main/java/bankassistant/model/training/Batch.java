package bankassistant.model.training;

import java.util.List;

/** Rows of token ids of mixed lengths that go through a network together. Who computes it pads them. */
public sealed interface Batch permits LabelledBatch, TaggedBatch, TokenBatch {

    /** Token ids of each row, without padding. */
    List<int[]> ids();

    default int rows() {
        return ids().size();
    }

    /** Tokens of all rows, without padding. */
    default long tokens() {
        return ids().stream().mapToLong(row -> row.length).sum();
    }

    /** How many terms the loss is the mean of: rows of a {@link LabelledBatch}, counted tokens of the others. */
    long terms();
}
