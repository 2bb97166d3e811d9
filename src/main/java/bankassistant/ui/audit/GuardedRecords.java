package bankassistant.ui.audit;

import bankassistant.audit.Hold;
import bankassistant.audit.Verdict;
import bankassistant.audit.Verification;
import bankassistant.audit.record.AuditRecord;
import bankassistant.identity.Permission;
import bankassistant.identity.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The records, for as long as somebody is signed in who may read them and has not locked the assistant. The log is opened when
 * it is first asked for something, and tried again if that failed.
 */
public final class GuardedRecords implements AuditRecords {

    private final Session session;
    private final Opening opening;
    private AuditRecords records;

    /** Opens the log. */
    @FunctionalInterface
    public interface Opening {

        AuditRecords open() throws IOException;
    }

    public GuardedRecords(Session session, Opening opening) {
        this.session = session;
        this.opening = opening;
    }

    @Override
    public Optional<String> alarm() {
        return readable().alarm();
    }

    @Override
    public long size() {
        return readable().size();
    }

    @Override
    public void listed(RecordQuery query) {
        readable().listed(query);
    }

    @Override
    public List<AuditRecord> read(List<Long> sequences) {
        return readable().read(sequences);
    }

    @Override
    public Slice before(RecordQuery query, long before) {
        return readable().before(query, before);
    }

    @Override
    public List<Proof> proofs(List<AuditRecord> of) {
        return readable().proofs(of);
    }

    @Override
    public RecordDetail open(AuditRecord record) {
        return readable().open(record);
    }

    @Override
    public LogState state() {
        return readable().state();
    }

    @Override
    public void hold(String reference, Hold.Scope scope) {
        allowed(Permission.HOLD_RECORDS).hold(reference, scope);
    }

    @Override
    public void lift(Hold hold, String reference) {
        allowed(Permission.HOLD_RECORDS).lift(hold, reference);
    }

    @Override
    public Choices choices() {
        return readable().choices();
    }

    @Override
    public Verdict verify(Verification.Progress progress) {
        return allowed(Permission.VERIFY_RECORDS).verify(progress);
    }

    @Override
    public long export(RecordQuery query, ExportFormat format, Path file, Verification.Progress progress)
            throws IOException {
        return allowed(Permission.EXPORT_RECORDS).export(query, format, file, progress);
    }

    private AuditRecords readable() {
        return allowed(Permission.READ_ALL_RECORDS);
    }

    private synchronized AuditRecords allowed(Permission permission) {
        session.require(permission);
        if (records == null) {
            try {
                records = opening.open();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return records;
    }
}
