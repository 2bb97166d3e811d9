package bankassistant.audit.record;

import bankassistant.identity.SignedIn;
import java.time.Instant;
import java.util.Optional;

/**
 * One record of the log.
 *
 * @param sequence    from 0, without gaps
 * @param time        by the workstation's clock, in milliseconds
 * @param workstation its name
 * @param application the version
 * @param who         whose session; empty for what the application did by itself
 */
public record AuditRecord(long sequence, Instant time, String workstation, String application, Optional<SignedIn> who,
        Entry entry) {

    public String kind() {
        return entry.kind();
    }

    /** Name of the user; empty for the application itself. */
    public String user() {
        return who.map(SignedIn::user).orElse("");
    }
}
