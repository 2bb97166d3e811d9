package bankassistant.model.training;

/** Rows of token ids of mixed lengths that go through a network together. Who computes it pads them. */
public sealed interface Batch permits LabelledBatch, TaggedBatch, TokenBatch {

    int rows();

    /** Tokens of all rows, without padding. */
    long tokens();

    /** How many terms the loss is the mean of: rows of a {@link LabelledBatch}, counted tokens of the others. */
    long terms();
}
