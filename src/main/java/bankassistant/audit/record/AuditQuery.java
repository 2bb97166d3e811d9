package bankassistant.audit.record;

import bankassistant.privacy.Masker;
import bankassistant.privacy.Placeholders;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which records are wanted; what is empty asks for nothing.
 *
 * @param from    the earliest time
 * @param to      before this time
 * @param users   names
 * @param kinds   such as {@code question}
 * @param intents of questions and answers
 * @param inScope of questions and answers
 * @param policy  id of a policy that an answer cites
 * @param text    words that all stand in the masked question or answer, whatever their case
 */
public record AuditQuery(Optional<Instant> from, Optional<Instant> to, Set<String> users, Set<String> kinds,
        Set<String> intents, Optional<Boolean> inScope, Optional<String> policy, Optional<String> text) {

    public static final AuditQuery ALL = new AuditQuery(Optional.empty(), Optional.empty(), Set.of(), Set.of(),
            Set.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public AuditQuery {
        users = Set.copyOf(users);
        kinds = Set.copyOf(kinds);
        intents = Set.copyOf(intents);
        text = text.filter(words -> !words.isBlank());
    }

    public AuditQuery ofUsers(Set<String> wanted) {
        return new AuditQuery(from, to, wanted, kinds, intents, inScope, policy, text);
    }

    public AuditQuery ofKinds(Set<String> wanted) {
        return new AuditQuery(from, to, users, wanted, intents, inScope, policy, text);
    }

    public AuditQuery ofIntents(Set<String> wanted) {
        return new AuditQuery(from, to, users, kinds, wanted, inScope, policy, text);
    }

    public AuditQuery inScope(boolean wanted) {
        return new AuditQuery(from, to, users, kinds, intents, Optional.of(wanted), policy, text);
    }

    public AuditQuery citing(String wanted) {
        return new AuditQuery(from, to, users, kinds, intents, inScope, Optional.of(wanted), text);
    }

    public AuditQuery holding(String words) {
        return new AuditQuery(from, to, users, kinds, intents, inScope, policy, Optional.of(words));
    }

    public AuditQuery between(Optional<Instant> earliest, Optional<Instant> before) {
        return new AuditQuery(earliest, before, users, kinds, intents, inScope, policy, text);
    }

    /** Whether a record is wanted. An index may help to find records; this decides. */
    public boolean matches(AuditRecord record) {
        return from.map(time -> !record.time().isBefore(time)).orElse(true)
                && to.map(time -> record.time().isBefore(time)).orElse(true)
                && (users.isEmpty() || users.contains(record.user()))
                && (kinds.isEmpty() || kinds.contains(record.kind())) && matches(record.entry());
    }

    private boolean matches(Entry entry) {
        Optional<Entry.Meaning> meaning = Facts.meaning(entry);
        return (intents.isEmpty() || meaning.flatMap(Entry.Meaning::intent).filter(intents::contains).isPresent())
                && inScope.map(wanted -> meaning.map(known -> known.inScope() == wanted).orElse(false)).orElse(true)
                && policy.map(wanted -> Facts.policies(entry).anyMatch(wanted::equals)).orElse(true)
                && text.map(words -> holds(Facts.text(entry), words)).orElse(true);
    }

    private static boolean holds(String text, String words) {
        Set<String> present = Set.copyOf(Facts.words(text).toList());
        return Facts.words(words).allMatch(present::contains);
    }

    /** What is asked for, in words. They are for records and files, so personal data that is known by its form is masked. */
    public String words() {
        String said = String.join(", ", Stream.of(from.map(time -> "from " + time), to.map(time -> "to " + time),
                some("user", users), some("kind", kinds), some("intent", intents),
                inScope.map(wanted -> wanted ? "in scope" : "out of scope"), policy.map(id -> "policy " + id),
                text.map(words -> "text \"" + masked(words) + "\"")).flatMap(Optional::stream)
                .toList());
        return said.isEmpty() ? "all" : said;
    }

    private static String masked(String words) {
        return Masker.ofForms().mask(words, new Placeholders()).value().toLowerCase(Locale.ROOT);
    }

    private static Optional<String> some(String name, Set<String> values) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(name + " " + String.join("|", values.stream().sorted().toList()));
    }
}
