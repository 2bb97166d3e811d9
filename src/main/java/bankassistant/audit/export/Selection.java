package bankassistant.audit.export;

import bankassistant.audit.AuditLog;
import bankassistant.audit.Verification;
import bankassistant.audit.record.AuditQuery;
import bankassistant.audit.record.AuditRecord;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Which records are given out.
 *
 * @param query    what the log can tell
 * @param also     what is asked for besides
 * @param words    what is asked for, as it is recorded
 * @param progress hears how many are written
 */
public record Selection(AuditQuery query, Predicate<AuditRecord> also, String words, Verification.Progress progress) {

    public Selection(AuditQuery query) {
        this(query, _ -> true, query.words(), Verification.Progress.NONE);
    }

    /** @throws CancellationException if the progress said so */
    void each(AuditLog log, long before, Consumer<AuditRecord> action) {
        log.each(query, before, new Consumer<>() {

            private long written;

            @Override
            public void accept(AuditRecord record) {
                if (also.test(record)) {
                    action.accept(record);
                    written++;
                }
                if (!progress.at(written)) {
                    throw new CancellationException("the export is no longer wanted");
                }
            }
        });
    }
}
