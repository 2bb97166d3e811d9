package bankassistant.ui.audit;

import bankassistant.audit.Hold;
import bankassistant.audit.Verdict;
import bankassistant.audit.Verification;
import bankassistant.audit.record.AuditRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the auditor's screen reads. Each call may take long and is never made on the JavaFX thread; several threads call at once.
 * Failures are {@link bankassistant.audit.AuditException}s.
 */
public interface AuditRecords {

    /** Why the log can't be relied on, for the auditor; empty if nothing is known against it. */
    Optional<String> alarm();

    /** Records in the log now. Their sequences are 0 and on, without gaps. */
    long size();

    /** Records that those which are wanted are looked at, once for each time that somebody asks for them and before they are shown. */
    void listed(RecordQuery query);

    /** The records with these sequences; those that can't be read as records are left out. */
    List<AuditRecord> read(List<Long> sequences);

    /**
     * The next records that are wanted, newest first. Looks at a bounded number of records, so a slice may be empty though
     * more follow.
     *
     * @param before records with a smaller sequence; {@link Long#MAX_VALUE} for the newest
     */
    Slice before(RecordQuery query, long before);

    /** How each of the records stands to the newest signed checkpoint, in the same order. */
    List<Proof> proofs(List<AuditRecord> records);

    /** All that the detail pane shows of a record. That it was looked at is recorded first. */
    RecordDetail open(AuditRecord record);

    /** How the log is kept. */
    LogState state();

    /** Sets a legal hold. @param reference why */
    void hold(String reference, Hold.Scope scope);

    /** Lifts a legal hold, if it is still in force. @param reference why */
    void lift(Hold hold, String reference);

    /** What filters can choose from. */
    Choices choices();

    /** @throws java.util.concurrent.CancellationException if the progress said so */
    Verdict verify(Verification.Progress progress);

    /**
     * Writes the records that are wanted to a file; the export is itself recorded.
     *
     * @return how many records
     * @throws IOException                                if the file can't be written; there is none then
     * @throws java.util.concurrent.CancellationException if the progress said so; there is no file then
     */
    long export(RecordQuery query, ExportFormat format, Path file, Verification.Progress progress) throws IOException;
}
