package bankassistant.audit.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All keys of contents at one moment; some sixty in five years, and one for each record that a hold keeps. Never changes. */
final class ContentKeys {

    private final Map<Integer, ContentKey> byId = new HashMap<>();
    private final Map<Long, ContentKey> ofOne = new HashMap<>();

    ContentKeys(List<ContentKey> keys) {
        for (ContentKey key : keys) {
            byId.put(key.id(), key);
            if (key.record().isPresent()) {
                ofOne.put(key.record().getAsLong(), key);
            }
        }
    }

    List<ContentKey> all() {
        return byId.values().stream().sorted((a, b) -> Integer.compare(a.id(), b.id())).toList();
    }

    Optional<ContentKey> of(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The key that is to seal what belongs to a period; empty if there is none yet, or it was erased. */
    Optional<ContentKey> sealing(int period) {
        return byId.values().stream()
                .filter(key -> key.period() == period && key.record().isEmpty() && key.secret().isPresent()).findAny();
    }

    int nextId() {
        return byId.keySet().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
    }

    ContentKeys with(List<ContentKey> more) {
        List<ContentKey> keys = new ArrayList<>(byId.values());
        keys.addAll(more);
        return new ContentKeys(keys);
    }

    ContentKeys without(List<Integer> erased) {
        return new ContentKeys(byId.values().stream().map(key -> erased.contains(key.id()) ? key.erased() : key)
                .toList());
    }

    /** What a stored row says. */
    Row open(Row.Sealed row, ContentSeal seal) {
        ContentKey one = ofOne.get(row.sequence());
        ContentKey month = byId.get(row.key());
        int period = month == null ? 0 : month.period();
        Optional<byte[]> secret = month == null ? Optional.empty() : month.secret();
        if (secret.isPresent()) {
            return row.opened(period, seal.open(secret.get(), row.content()).orElse(Row.UNREADABLE));
        }
        return one != null && one.secret().isPresent()
                ? row.opened(period, seal.openOne(one.secret().get(), row.content()).orElse(Row.UNREADABLE))
                : row.erased(period);
    }
}
