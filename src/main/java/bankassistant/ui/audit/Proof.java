package bankassistant.ui.audit;

import bankassistant.audit.tree.Hash;
import java.time.Instant;
import java.util.Optional;

/**
 * How a record stands to the newest signed checkpoint.
 *
 * @param leaf       the record's hash, made anew from what is shown
 * @param size       records that the checkpoint speaks of; 0 if there is none
 * @param checkpoint when it was signed
 */
public record Proof(Standing standing, Optional<Hash> leaf, long size, Optional<Instant> checkpoint) {

    public enum Standing {
        /** It stands in the log exactly as the signed checkpoint speaks of it. */
        PROVEN,
        /** It is newer than the checkpoint. */
        NOT_YET_SIGNED,
        /** It is not what was signed. */
        BROKEN;

        String key() {
            return "audit.proof." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
