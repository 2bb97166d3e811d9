package bankassistant.audit.store;

import bankassistant.audit.tree.Hash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A record as it is stored.
 *
 * @param leaf    the tree's leaf: the hash of the content
 * @param nodes   hashes of the subtrees it makes whole, from level 1 upwards
 * @param content canonical bytes
 */
public record Row(long sequence, Hash leaf, List<Hash> nodes, byte[] content) {

    public Row {
        nodes = List.copyOf(nodes);
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
