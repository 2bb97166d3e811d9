package bankassistant.audit.store;

import bankassistant.audit.tree.Hash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A record as it was or is to be stored.
 *
 * @param leaf    the tree's leaf: the hash of the content
 * @param nodes   hashes of the subtrees it makes whole, from level 1 upwards
 * @param period  months since the year 0 that its content is erased with; {@link #KEPT_FOR_GOOD} if it never is
 * @param key     number of the key that opens it; 0 for one that is to be stored
 * @param content canonical bytes; empty where they were erased, without any byte where they were altered
 */
public record Row(long sequence, Hash leaf, List<Hash> nodes, int period, int key, Optional<byte[]> content) {

    /** The period of what is never erased. */
    public static final int KEPT_FOR_GOOD = ContentKey.KEPT_FOR_GOOD;

    static final byte[] UNREADABLE = {};
    /** Of a content, in bytes. */
    static final int LONGEST = 1_000_000;

    public Row {
        nodes = List.copyOf(nodes);
    }

    /**
     * One that is to be stored.
     *
     * @throws IllegalArgumentException if the content is longer than a million bytes
     */
    public Row(long sequence, Hash leaf, List<Hash> nodes, int period, byte[] content) {
        this(sequence, leaf, nodes, period, 0, Optional.of(content));
        if (content.length > LONGEST) {
            throw new IllegalArgumentException("a content of " + content.length + " bytes");
        }
    }

    /** As it stands in the database. */
    record Sealed(long sequence, Hash leaf, List<Hash> nodes, int key, byte[] content) {

        Row opened(int period, byte[] bytes) {
            return new Row(sequence, leaf, nodes, period, key, Optional.of(bytes));
        }

        Row erased(int period) {
            return new Row(sequence, leaf, nodes, period, key, Optional.empty());
        }
    }

    public boolean isErased() {
        return content.isEmpty();
    }

    /** The hash of the whole subtree that ends with this record. @param level 0 for the leaf */
    Hash node(int level) {
        return level == 0 ? leaf : nodes.get(level - 1);
    }

    static byte[] bytes(List<Hash> hashes) {
        byte[] bytes = new byte[hashes.size() * Hash.LENGTH];
        for (int i = 0; i < hashes.size(); i++) {
            System.arraycopy(hashes.get(i).bytes(), 0, bytes, i * Hash.LENGTH, Hash.LENGTH);
        }
        return bytes;
    }

    /** @throws IllegalArgumentException if they are no hashes */
    static List<Hash> hashes(byte[] bytes) {
        List<Hash> hashes = new ArrayList<>();
        for (int i = 0; i < bytes.length; i += Hash.LENGTH) {
            hashes.add(Hash.of(Arrays.copyOfRange(bytes, i, Math.min(bytes.length, i + Hash.LENGTH))));
        }
        return hashes;
    }
}
