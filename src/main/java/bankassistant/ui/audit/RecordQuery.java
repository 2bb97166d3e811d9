package bankassistant.ui.audit;

import bankassistant.audit.record.AuditQuery;
import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which records are wanted, at fixed times.
 *
 * @param query        what the log itself can tell
 * @param checksFailed only answers whose text did not pass the check
 * @param pii          types of personal data, one of which was masked in the question; empty asks for nothing
 */
public record RecordQuery(AuditQuery query, boolean checksFailed, Set<String> pii) {

    public static final RecordQuery ALL = new RecordQuery(AuditQuery.ALL, false, Set.of());

    public RecordQuery {
        pii = Set.copyOf(pii);
    }

    public boolean asksForAll() {
        return equals(ALL);
    }

    /** Whether the log itself can tell. */
    boolean isPlain() {
        return !checksFailed && pii.isEmpty();
    }

    /** What is asked for, as exports record it. */
    String words() {
        return Stream.of(Optional.of(query.words()).filter(said -> isPlain() || !query.equals(AuditQuery.ALL)),
                checksFailed ? Optional.of("failed checks") : Optional.<String>empty(),
                pii.isEmpty()
                        ? Optional.<String>empty()
                        : Optional.of("personal data " + String.join("|", pii.stream().sorted().toList())))
                .flatMap(Optional::stream).collect(Collectors.joining(", "));
    }

    public boolean matches(AuditRecord record) {
        return query.matches(record) && (!checksFailed || failed(record.entry()))
                && (pii.isEmpty() || masked(record.entry()));
    }

    private static boolean failed(Entry entry) {
        return entry instanceof Entry.Answer answer && answer.checks().filter(RecordQuery::failed).isPresent();
    }

    /** Whether a text was written that did not pass. */
    static boolean failed(Entry.Checks checks) {
        return !checks.faults().isEmpty() || !checks.invented().isEmpty();
    }

    private boolean masked(Entry entry) {
        return entry instanceof Entry.Question question && !Collections.disjoint(question.pii().keySet(), pii);
    }
}
