package bankassistant.audit.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The tree of RFC 6962 against a second implementation, straight from the definition, and published roots. */
class TreeTest {

    /** The leaves and roots that certificate-transparency-go and other implementations test with. */
    private static final List<String> LEAVES = List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657",
            "606162636465666768696a6b6c6d6e6f");
    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    private static final int LARGEST = 40;

    private final List<Hash> leaves = new ArrayList<>();
    private final Nodes nodes = (level, index) -> root((int) (index << level), (int) (index + 1 << level));

    @Test
    void has_the_published_roots() {
        Frontier tree = new Frontier();
        assertThat(tree.root().hex()).isEqualTo(ROOTS.getFirst());
        for (int i = 0; i < LEAVES.size(); i++) {
            tree.add(Hash.ofLeaf(HexFormat.of().parseHex(LEAVES.get(i))));
            assertThat(tree.root().hex()).as("%d leaves", i + 1).isEqualTo(ROOTS.get(i + 1));
        }
    }

    @Test
    void a_growing_tree_has_the_root_of_the_definition() {
        Frontier tree = new Frontier();
        for (int size = 1; size <= LARGEST; size++) {
            leaves.add(Hash.ofLeaf(new byte[]{(byte) size}));
            List<Hash> completed = tree.add(leaves.getLast());
            assertThat(tree.root()).isEqualTo(root(0, size));
            assertThat(Frontier.of(size, nodes).root()).isEqualTo(tree.root());
            for (int level = 1; level <= completed.size(); level++) {
                assertThat(completed.get(level - 1)).isEqualTo(root(size - (1 << level), size));
            }
            assertThat(completed).hasSize(Integer.numberOfTrailingZeros(size));
        }
    }

    @Test
    void every_leaf_is_proved_in_every_tree() {
        grow();
        for (int size = 1; size <= LARGEST; size++) {
            for (int leaf = 0; leaf < size; leaf++) {
                List<Hash> proof = Proofs.inclusion(leaf, size, nodes);
                assertThat(Proofs.includes(leaves.get(leaf), leaf, size, proof, root(0, size)))
                        .as("leaf %d of %d", leaf, size).isTrue();
            }
        }
    }

    @Test
    void every_growth_is_proved() {
        grow();
        for (int second = 1; second <= LARGEST; second++) {
            for (int first = 1; first <= second; first++) {
                List<Hash> proof = Proofs.consistency(first, second, nodes);
                assertThat(Proofs.consistent(first, root(0, first), second, root(0, second), proof))
                        .as("from %d to %d", first, second).isTrue();
            }
        }
    }

    @Test
    void a_leaf_proved_elsewhere_is_refused() {
        grow();
        for (int size = 1; size <= LARGEST; size++) {
            for (int leaf = 0; leaf < size; leaf++) {
                List<Hash> proof = Proofs.inclusion(leaf, size, nodes);
                for (int other = -1; other <= size; other++) {
                    assertThat(Proofs.includes(leaves.get(leaf), other, size, proof, root(0, size)))
                            .isEqualTo(other == leaf);
                }
                assertThat(Proofs.includes(Hash.ofLeaf(new byte[9]), leaf, size, proof, root(0, size))).isFalse();
            }
        }
    }

    /** immudb's verifiers once took forged proofs of this kind (GHSA-672p-m5jq-mrh8). */
    @Test
    void forged_proofs_are_refused_and_never_throw() {
        grow();
        Random random = new Random(7);
        for (int round = 0; round < 60_000; round++) {
            int second = 1 + random.nextInt(LARGEST);
            int first = 1 + random.nextInt(second);
            List<Hash> growth = Proofs.consistency(first, second, nodes);
            List<Hash> forged = forged(growth, random);
            long claimed = random.nextInt(4) == 0 ? random.nextInt(-2, LARGEST + 2) : first;
            boolean same = forged.equals(growth) && claimed == first;
            assertThat(Proofs.consistent(claimed, root(0, first), second, root(0, second), forged))
                    .isEqualTo(same || claimed == first && first == second && forged.isEmpty());

            int leaf = random.nextInt(second);
            List<Hash> inclusion = Proofs.inclusion(leaf, second, nodes);
            List<Hash> other = forged(inclusion, random);
            assertThat(Proofs.includes(leaves.get(leaf), leaf, second, other, root(0, second)))
                    .isEqualTo(other.equals(inclusion));
        }
    }

    private List<Hash> forged(List<Hash> proof, Random random) {
        List<Hash> forged = new ArrayList<>(proof);
        for (int change = random.nextInt(3); change >= 0; change--) {
            Hash any = random.nextBoolean()
                    ? leaves.get(random.nextInt(LARGEST))
                    : root(0, 1 + random.nextInt(LARGEST));
            switch (random.nextInt(4)) {
                case 0 -> forged.add(random.nextInt(forged.size() + 1), any);
                case 1 -> forged.remove(forged.isEmpty() ? any : forged.get(random.nextInt(forged.size())));
                case 2 -> Collections.shuffle(forged, random);
                default -> {
                    if (!forged.isEmpty()) {
                        forged.set(random.nextInt(forged.size()), any);
                    }
                }
            }
        }
        return forged;
    }

    private void grow() {
        for (int i = 0; i < LARGEST; i++) {
            leaves.add(Hash.ofLeaf(new byte[]{(byte) i, 1}));
        }
    }

    /** MTH of RFC 6962, section 2.1. */
    private Hash root(int from, int to) {
        if (to - from == 1) {
            return leaves.get(from);
        }
        int split = Integer.highestOneBit(to - from - 1);
        return Hash.ofNode(root(from, from + split), root(from + split, to));
    }
}
