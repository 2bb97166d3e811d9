package bankassistant.audit;

import bankassistant.audit.record.Entry;
import bankassistant.identity.SignedIn;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that is recorded later than it happened, since nobody was there with the log's key.
 *
 * @param who whose doing it was; empty for the application's own, and where nobody knows
 * @param at  when it happened
 */
public record Belated(Optional<SignedIn> who, Instant at, Entry entry) {

    public Belated {
        Objects.requireNonNull(who);
        Objects.requireNonNull(at);
        Objects.requireNonNull(entry);
    }
}
