package bankassistant.audit;

import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import bankassistant.identity.SignedIn;
import java.time.Instant;
import java.util.Optional;

/**
 * A legal hold that is in force.
 *
 * @param terms    what it covers, as it was recorded
 * @param since    when it was set
 * @param by       who set it
 * @param sequence of that record
 */
public record Hold(Entry.HoldSet terms, Instant since, String by, long sequence) {

    static Hold of(AuditRecord record, Entry.HoldSet terms) {
        return new Hold(terms, record.time(), record.user(), record.sequence());
    }

    public String name() {
        return terms.hold();
    }

    /** Whether it keeps a record from being erased. */
    public boolean covers(AuditRecord record) {
        return terms.user().map(user -> record.user().equals(user) || concerns(record.entry(), user)).orElse(true)
                && terms.session().map(session -> record.who().map(SignedIn::session).filter(session::equals)
                        .isPresent()).orElse(true)
                && terms.from().map(from -> !record.time().isBefore(from)).orElse(true)
                && terms.to().map(to -> record.time().isBefore(to)).orElse(true);
    }

    private static boolean concerns(Entry entry, String user) {
        return switch (entry) {
            case Entry.UserChanged changed -> changed.name().equals(user) || changed.by().equals(user);
            case Entry.RoleChanged changed -> changed.name().equals(user);
            case Entry.SignInFailed failed -> failed.name().equals(user);
            default -> false;
        };
    }

    /** In one line, for people. */
    public String words() {
        StringBuilder words = new StringBuilder();
        terms.user().ifPresent(user -> words.append(", user ").append(user));
        terms.session().ifPresent(session -> words.append(", session ").append(session));
        terms.from().ifPresent(from -> words.append(", from ").append(from));
        terms.to().ifPresent(to -> words.append(", to ").append(to));
        return name() + words + ": " + terms.reference();
    }

    /** What a hold is to cover; at least one of them is given. */
    public record Scope(Optional<String> user, Optional<String> session, Optional<Instant> from,
            Optional<Instant> to) {

        public Scope {
            if (user.isEmpty() && session.isEmpty() && from.isEmpty() && to.isEmpty()) {
                throw new IllegalArgumentException("a hold on what?");
            }
        }
    }
}
