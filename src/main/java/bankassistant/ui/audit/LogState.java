package bankassistant.ui.audit;

import bankassistant.audit.Hold;
import bankassistant.audit.OldStore;
import bankassistant.audit.WitnessPlace;
import bankassistant.audit.note.Checkpoint;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * How the log is kept.
 *
 * @param asOf            by the workstation's clock
 * @param records         in the log
 * @param signed          the log's newest checkpoint
 * @param witnesses       places outside
 * @param retentionMonths how long records are kept behind the end of their month; empty where the settings can't be read
 * @param erased          months whose contents were erased, oldest first
 * @param released        records that holds had kept and that were erased later
 * @param due             months that could be erased now
 * @param holds           in force
 * @param oldStores       that restored backups left
 */
public record LogState(Instant asOf, long records, Optional<Checkpoint> signed, List<WitnessPlace> witnesses,
        Optional<Integer> retentionMonths, List<ErasedMonth> erased, long released, List<YearMonth> due,
        List<Hold> holds, List<OldStore> oldStores) {

    public LogState {
        witnesses = List.copyOf(witnesses);
        erased = List.copyOf(erased);
        due = List.copyOf(due);
        holds = List.copyOf(holds);
        oldStores = List.copyOf(oldStores);
    }

    /**
     * A month whose contents were erased.
     *
     * @param records that lost them
     * @param kept    that holds kept
     * @param at      when it was done
     */
    public record ErasedMonth(YearMonth month, long records, long kept, Instant at) {}

    /** Records that lost their contents. */
    long erasedRecords() {
        return erased.stream().mapToLong(ErasedMonth::records).sum() + released;
    }

    /** Records that came since the newest checkpoint. */
    long unsigned() {
        return records - signed.map(Checkpoint::size).orElse(0L);
    }
}
