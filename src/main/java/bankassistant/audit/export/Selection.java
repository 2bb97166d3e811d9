package bankassistant.audit.export;

import bankassistant.audit.AuditLog;
import bankassistant.audit.Verification;
import bankassistant.audit.record.AuditQuery;
import bankassistant.audit.record.AuditRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
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

    /**
     * Gives each record to all renditions.
     *
     * @throws CancellationException if the progress said so
     */
    Extent each(AuditLog log, long before, Rendition... renditions) throws IOException {
        Extent[] extent = {Extent.NONE};
        try {
            log.each(query, before, record -> {
                if (also.test(record)) {
                    write(record, renditions);
                    extent[0] = extent[0].with(record.sequence());
                }
                if (!progress.at(extent[0].records())) {
                    throw new CancellationException("the export is no longer wanted");
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return extent[0];
    }

    private static void write(AuditRecord record, Rendition... renditions) {
        try {
            for (Rendition rendition : renditions) {
                rendition.write(record);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What was given out.
     *
     * @param first sequence of the first record; -1 without one
     * @param last  of the last one
     */
    record Extent(long records, long first, long last) {

        static final Extent NONE = new Extent(0, -1, -1);

        Extent with(long sequence) {
            return new Extent(records + 1, records == 0 ? sequence : first, sequence);
        }
    }
}
