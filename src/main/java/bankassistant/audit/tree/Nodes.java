package bankassistant.audit.tree;

/** Where the hashes of a tree can be looked up. */
@FunctionalInterface
public interface Nodes {

    /**
     * The hash of a whole subtree with {@code 2^level} leaves.
     *
     * @param level 0 for leaves
     * @param index from 0, counted on that level from the left; the subtree's last leaf is in the tree
     */
    Hash node(int level, long index);
}
