package bankassistant.audit;

import bankassistant.audit.tree.Hash;
import java.util.Optional;

/**
 * The outcome of a verification.
 *
 * @param finding  empty if all is as it was written
 * @param records  how many were read up to the finding
 * @param erased   how many of them have no content any more, as the log says
 * @param root     of the tree over them
 * @param internal checkpoints in the store or export that were compared
 * @param external checkpoints from outside that were compared
 * @param givenUp  checkpoints from outside that speak of records lost when two persons agreed to restore an older backup
 * @param reach    records up to which an external checkpoint speaks; 0 without one
 */
public record Verdict(Optional<Finding> finding, long records, long erased, Hash root, int internal, int external,
        long givenUp, long reach) {

    /** Without erased records. */
    public Verdict(Optional<Finding> finding, long records, Hash root, int internal, int external, long reach) {
        this(finding, records, 0, root, internal, external, 0, reach);
    }

    Verdict givingUp(long checkpoints) {
        return new Verdict(finding, records, erased, root, internal, external, checkpoints, reach);
    }

    public boolean verified() {
        return finding.isEmpty();
    }
}
