package bankassistant.ui.audit;

import bankassistant.audit.record.AuditQuery;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Which records an auditor wants to see; what is empty asks for nothing.
 *
 * @param users        names
 * @param kinds        as records name them
 * @param intents      as records name them
 * @param inScope      of questions and answers
 * @param policy       id of a policy that answers cite
 * @param checksFailed only answers whose text did not pass the check
 * @param pii          types of personal data, one of which was masked in the question
 * @param text         words that all stand in the masked text
 */
public record RecordFilter(TimeRange time, Set<String> users, Set<String> kinds, Set<String> intents,
        Optional<Boolean> inScope, Optional<String> policy, boolean checksFailed, Set<String> pii, String text) {

    public static final RecordFilter ALL = new RecordFilter(TimeRange.ALWAYS, Set.of(), Set.of(), Set.of(),
            Optional.empty(), Optional.empty(), false, Set.of(), "");

    public RecordFilter {
        Objects.requireNonNull(time);
        users = Set.copyOf(users);
        kinds = Set.copyOf(kinds);
        intents = Set.copyOf(intents);
        pii = Set.copyOf(pii);
        text = text.strip();
    }

    public RecordFilter during(TimeRange wanted) {
        return new RecordFilter(wanted, users, kinds, intents, inScope, policy, checksFailed, pii, text);
    }

    public RecordFilter ofUsers(Set<String> wanted) {
        return new RecordFilter(time, wanted, kinds, intents, inScope, policy, checksFailed, pii, text);
    }

    public RecordFilter ofKinds(Set<String> wanted) {
        return new RecordFilter(time, users, wanted, intents, inScope, policy, checksFailed, pii, text);
    }

    public RecordFilter ofIntents(Set<String> wanted) {
        return new RecordFilter(time, users, kinds, wanted, inScope, policy, checksFailed, pii, text);
    }

    public RecordFilter inScope(Optional<Boolean> wanted) {
        return new RecordFilter(time, users, kinds, intents, wanted, policy, checksFailed, pii, text);
    }

    public RecordFilter citing(Optional<String> wanted) {
        return new RecordFilter(time, users, kinds, intents, inScope, wanted, checksFailed, pii, text);
    }

    public RecordFilter failingChecks(boolean wanted) {
        return new RecordFilter(time, users, kinds, intents, inScope, policy, wanted, pii, text);
    }

    public RecordFilter masking(Set<String> wanted) {
        return new RecordFilter(time, users, kinds, intents, inScope, policy, checksFailed, wanted, text);
    }

    public RecordFilter holding(String wanted) {
        return new RecordFilter(time, users, kinds, intents, inScope, policy, checksFailed, pii, wanted);
    }

    /** What it asks for when the clock says what it says. */
    public RecordQuery at(Clock now) {
        return new RecordQuery(new AuditQuery(time.from(now), time.to(now), users, kinds, intents, inScope, policy,
                Optional.of(text)), checksFailed, pii);
    }

    static Set<String> with(Set<String> names, String name) {
        Set<String> more = new TreeSet<>(names);
        more.add(name);
        return more;
    }

    static Set<String> without(Set<String> names, String name) {
        Set<String> fewer = new TreeSet<>(names);
        fewer.removeIf(Predicate.isEqual(name));
        return fewer;
    }
}
