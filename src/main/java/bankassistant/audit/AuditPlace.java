package bankassistant.audit;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a log is kept.
 *
 * @param folder          of the store; the assistant's own
 * @param witnesses       folders that checkpoints are copied to besides
 * @param checkpointEvery records between two checkpoints, at least 1
 */
public record AuditPlace(Path folder, List<Path> witnesses, int checkpointEvery) {

    private static final int USUAL = 500;

    public AuditPlace {
        witnesses = List.copyOf(witnesses);
        if (checkpointEvery < 1) {
            throw new IllegalArgumentException("a checkpoint every " + checkpointEvery + " records");
        }
    }

    public AuditPlace(Path folder, List<Path> witnesses) {
        this(folder, witnesses, USUAL);
    }

    /** Copies beside the store: against accidents and simple exchanges of its file, not against an administrator. */
    Path checkpoints() {
        return folder.resolve("checkpoints");
    }
}
