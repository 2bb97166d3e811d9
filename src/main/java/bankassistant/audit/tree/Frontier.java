package bankassistant.audit.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * What is needed of a tree to make it grow: the roots of the whole subtrees it consists of, largest first. A tree of n
 * leaves has one for each bit set in n, so that adding a leaf takes O(log n). Not safe for several threads.
 */
public final class Frontier {

    private final List<Hash> subtrees = new ArrayList<>();
    private long size;

    /** Of the tree without leaves. */
    public Frontier() {}

    /** Of a tree whose hashes can be looked up. */
    public static Frontier of(long size, Nodes nodes) {
        Frontier frontier = new Frontier();
        frontier.size = size;
        long leaves = 0;
        for (int level = Long.SIZE - 2; level >= 0; level--) {
            if ((size >> level & 1) == 1) {
                frontier.subtrees.add(nodes.node(level, leaves >> level));
                leaves += 1L << level;
            }
        }
        return frontier;
    }

    /** Adds a leaf. The hashes of the subtrees that it makes whole, from level 1 upwards; none for an even leaf. */
    public List<Hash> add(Hash leaf) {
        List<Hash> completed = new ArrayList<>();
        Hash hash = leaf;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = Hash.ofNode(subtrees.removeLast(), hash);
            completed.add(hash);
        }
        subtrees.add(hash);
        size++;
        return completed;
    }

    /** In leaves. */
    public long size() {
        return size;
    }

    public Hash root() {
        if (subtrees.isEmpty()) {
            return Hash.EMPTY_TREE;
        }
        Hash root = subtrees.getLast();
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            root = Hash.ofNode(subtrees.get(i), root);
        }
        return root;
    }

    /** One that grows by itself from here on. */
    public Frontier copy() {
        Frontier copy = new Frontier();
        copy.subtrees.addAll(subtrees);
        copy.size = size;
        return copy;
    }
}
