package bankassistant.audit;

import bankassistant.audit.tree.Hash;
import java.util.List;
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
 * @param restored what was given up when older backups were restored, as the log says; in order
 */
public record Verdict(Optional<Finding> finding, long records, long erased, Hash root, int internal, int external,
        long givenUp, long reach, List<GivenUp> restored) {

    public Verdict {
        restored = List.copyOf(restored);
    }

    /** Without older backups. */
    public Verdict(Optional<Finding> finding, long records, long erased, Hash root, int internal, int external,
            long reach) {
        this(finding, records, erased, root, internal, external, 0, reach, List.of());
    }

    /** Without erased records. */
    public Verdict(Optional<Finding> finding, long records, Hash root, int internal, int external, long reach) {
        this(finding, records, 0, root, internal, external, reach);
    }

    Verdict givingUp(long checkpoints, List<GivenUp> losses) {
        return new Verdict(finding, records, erased, root, internal, external, checkpoints, reach, losses);
    }

    /** The same, with something that is wrong. */
    public Verdict but(Finding found) {
        return new Verdict(Optional.of(found), records, erased, root, internal, external, givenUp, 0, restored);
    }

    public boolean verified() {
        return finding.isEmpty();
    }
}
