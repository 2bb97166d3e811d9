package bankassistant.audit;

import bankassistant.audit.note.SignedCheckpoint;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder outside that checkpoints are copied to, as it is now.
 *
 * @param newest the checkpoint there with the most records; empty where there is none, or the folder is away
 */
public record WitnessPlace(Path folder, Standing standing, Optional<SignedCheckpoint> newest) {

    /** How it stands to the log's own newest checkpoint. */
    public enum Standing {
        /** It has it. */
        UP_TO_DATE,
        /** It has an older one only, or none. */
        BEHIND,
        /** The folder can't be reached. */
        AWAY
    }
}
