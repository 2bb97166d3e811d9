package bankassistant.audit.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * Proofs about a tree. They are made as RFC 6962, sections 2.1.1 and 2.1.2, defines them and checked by the algorithms of RFC
 * 9162, sections 2.1.3.2 and 2.1.4.2, which define the same proofs. Checking takes anything and never throws.
 */
public final class Proofs {

    private Proofs() {}

    /**
     * That a leaf stands in a tree: the hashes beside the way from the leaf up to the root.
     *
     * @param index of the leaf, from 0; less than {@code size}
     */
    public static List<Hash> inclusion(long index, long size, Nodes nodes) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("leaf " + index + " of " + size);
        }
        List<Hash> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + Long.highestOneBit(to - from - 1);
            if (index < middle) {
                path.add(root(middle, to, nodes));
                to = middle;
            } else {
                path.add(root(from, middle, nodes));
                from = middle;
            }
        }
        return path.reversed();
    }

    /**
     * That a tree has grown from a smaller one by adding leaves only.
     *
     * @param first leaves of the smaller tree, at least 1
     */
    public static List<Hash> consistency(long first, long second, Nodes nodes) {
        if (first < 1 || first > second) {
            throw new IllegalArgumentException("from " + first + " leaves to " + second);
        }
        List<Hash> path = new ArrayList<>();
        long from = 0;
        long to = second;
        boolean whole = true;
        while (first < to) {
            long middle = from + Long.highestOneBit(to - from - 1);
            if (first <= middle) {
                path.add(root(middle, to, nodes));
                to = middle;
            } else {
                path.add(root(from, middle, nodes));
                from = middle;
                whole = false;
            }
        }
        if (!whole) {
            path.add(root(from, to, nodes));
        }
        return path.reversed();
    }

    /** The root over the leaves from one up to another; {@code from} is where a subtree of that size can begin. */
    private static Hash root(long from, long to, Nodes nodes) {
        long leaves = to - from;
        if (Long.bitCount(leaves) == 1) {
            int level = Long.numberOfTrailingZeros(leaves);
            return nodes.node(level, from >> level);
        }
        long middle = from + Long.highestOneBit(leaves - 1);
        return Hash.ofNode(root(from, middle, nodes), root(middle, to, nodes));
    }

    /** Whether the proof shows that the leaf stands there in the tree with that root. */
    public static boolean includes(Hash leaf, long index, long size, List<Hash> proof, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash beside : proof) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = Hash.ofNode(beside, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Hash.ofNode(hash, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /** Whether the proof shows that the second tree begins with the leaves of the first. A tree without leaves proves nothing. */
    public static boolean consistent(long first, Hash firstRoot, long second, Hash secondRoot, List<Hash> proof) {
        if (first < 1 || first > second) {
            return false;
        }
        if (first == second) {
            return proof.isEmpty() && firstRoot.equals(secondRoot);
        }
        List<Hash> path = new ArrayList<>(proof);
        if (Long.bitCount(first) == 1) {
            path.addFirst(firstRoot);
        }
        if (path.isEmpty()) {
            return false;
        }
        int shared = Long.numberOfTrailingZeros(~(first - 1));
        long node = first - 1 >> shared;
        long last = second - 1 >> shared;
        Hash small = path.getFirst();
        Hash large = path.getFirst();
        for (Hash beside : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                small = Hash.ofNode(beside, small);
                large = Hash.ofNode(beside, large);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                large = Hash.ofNode(large, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && small.equals(firstRoot) && large.equals(secondRoot);
    }
}
