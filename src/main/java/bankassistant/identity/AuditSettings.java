package bankassistant.identity;

import java.nio.file.Path;
import java.util.List;

/**
 * What the administrator chooses of the audit log.
 *
 * @param witnesses       folders that checkpoints are copied to: on a share, on a removable drive; absolute
 * @param retentionMonths how long records are kept behind the end of their month, 1 to {@link #MOST_MONTHS}
 */
public record AuditSettings(List<Path> witnesses, int retentionMonths) {

    /** A hundred years. */
    public static final int MOST_MONTHS = 1_200;

    /** No witness places, and five years. */
    public static final AuditSettings USUAL = new AuditSettings(List.of(), 60);

    public AuditSettings {
        witnesses = List.copyOf(witnesses);
        if (retentionMonths < 1 || retentionMonths > MOST_MONTHS) {
            throw new IllegalArgumentException("kept for " + retentionMonths + " months");
        }
        if (!witnesses.stream().allMatch(Path::isAbsolute)) {
            throw new IllegalArgumentException("a witness place that depends on where one starts");
        }
    }

    public AuditSettings witnessedBy(List<Path> folders) {
        return new AuditSettings(folders, retentionMonths);
    }

    public AuditSettings keptFor(int months) {
        return new AuditSettings(witnesses, months);
    }
}
