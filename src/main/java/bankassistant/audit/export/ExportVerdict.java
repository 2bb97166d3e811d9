package bankassistant.audit.export;

import bankassistant.audit.Finding;
import bankassistant.audit.Verdict;
import bankassistant.audit.note.ExportStatement;
import java.util.Optional;

/**
 * The outcome of the verification of an export.
 *
 * @param verdict   on what is in it
 * @param query     what was asked for, as the export says; only the statement speaks for it
 * @param statement what the log says of the export; empty for one of before they were signed, and where something is wrong
 * @param unstated  records without content that no expiry in it speaks of
 */
public record ExportVerdict(Verdict verdict, String query, Optional<ExportStatement> statement, long unstated) {

    public boolean verified() {
        return verdict.verified();
    }

    public Optional<Finding> finding() {
        return verdict.finding();
    }

    public long records() {
        return verdict.records();
    }

    /** How many of the records have no content any more, as expiries say. */
    public long erased() {
        return verdict.erased();
    }

    /** The same, with something that is wrong. */
    ExportVerdict but(Finding finding) {
        return new ExportVerdict(verdict.but(finding), query, Optional.empty(), unstated);
    }
}
