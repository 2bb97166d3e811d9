package bankassistant.audit.record;

import bankassistant.audit.tree.Hash;
import bankassistant.identity.SignedIn;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * One record of the log.
 *
 * @param sequence    from 0, without gaps
 * @param time        by the workstation's clock, in milliseconds; of an erased record the first moment of its month
 * @param workstation its name
 * @param application the version
 * @param who         whose doing; empty for what the application did by itself, and where nobody knows
 * @param salt        random, so that nobody finds out by its hash what an erased record said; empty in version 1 of the format
 * @param happened    when it happened, where it could not be recorded then and was recorded later; else empty
 */
public record AuditRecord(long sequence, Instant time, String workstation, String application, Optional<SignedIn> who,
        Entry entry, String salt, Optional<Instant> happened) {

    /** One of something that was recorded at once. */
    public AuditRecord(long sequence, Instant time, String workstation, String application, Optional<SignedIn> who,
            Entry entry, String salt) {
        this(sequence, time, workstation, application, who, entry, salt, Optional.empty());
    }

    /** One without salt, as version 1 of the format has it. */
    public AuditRecord(long sequence, Instant time, String workstation, String application, Optional<SignedIn> who,
            Entry entry) {
        this(sequence, time, workstation, application, who, entry, "", Optional.empty());
    }

    /** What is left of a record whose content was erased. */
    public static AuditRecord erased(long sequence, YearMonth month, Hash leaf) {
        return new AuditRecord(sequence, month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant(), "", "",
                Optional.empty(), new Entry.Erased(month.toString(), leaf.hex()));
    }

    public boolean isErased() {
        return entry instanceof Entry.Erased;
    }

    public String kind() {
        return entry.kind();
    }

    /** Name of the user; empty for the application itself. */
    public String user() {
        return who.map(SignedIn::user).orElse("");
    }
}
