package bankassistant.retrieval;

import bankassistant.policy.PolicyException;

/** Hears of the index; called on the thread that does the work, so it must be quick. */
public interface IndexListener {

    /** An index is being built. @param done the part done, from 0 to 1 */
    default void building(double done) {}

    /** The index now serving is that of the current policies. */
    default void ready() {}

    /** The policies can't be used as they stand; the index of before goes on serving. */
    default void refused(PolicyException reason) {}
}
