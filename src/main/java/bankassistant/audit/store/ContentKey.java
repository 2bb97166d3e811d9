package bankassistant.audit.store;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A key that opens contents.
 *
 * @param id     its row's
 * @param period months since the year 0 of the records it opens; {@link #KEPT_FOR_GOOD} for those that are never erased
 * @param record of a key that opens one record only, since a hold kept it
 * @param secret empty when it was erased
 */
record ContentKey(int id, int period, OptionalLong record, Optional<byte[]> secret) {

    /** The period of what is never erased. */
    static final int KEPT_FOR_GOOD = 0;

    ContentKey erased() {
        return new ContentKey(id, period, record, Optional.empty());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContentKey that && id == that.id && period == that.period && record.equals(that.record)
                && Arrays.equals(secret.orElse(null), that.secret.orElse(null));
    }

    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public String toString() {
        return "key " + id;
    }
}
