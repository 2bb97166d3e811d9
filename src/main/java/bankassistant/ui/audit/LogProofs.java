package bankassistant.ui.audit;

import bankassistant.audit.AuditException;
import bankassistant.audit.AuditLog;
import bankassistant.audit.note.Checkpoint;
import bankassistant.audit.note.SignedCheckpoint;
import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.RecordFormat;
import bankassistant.audit.tree.Hash;
import bankassistant.audit.tree.Nodes;
import bankassistant.audit.tree.Proofs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Proves records: the hash made anew from what is shown, and the hashes beside its way to the root, must give the root that the
 * newest checkpoint signed.
 */
final class LogProofs {

    private final AuditLog log;
    private final RecordFormat format = new RecordFormat();

    LogProofs(AuditLog log) {
        this.log = log;
    }

    List<Proof> of(List<AuditRecord> records) {
        Optional<Checkpoint> checkpoint = newest();
        Map<Long, Hash> leaves = records.stream().collect(
                Collectors.toMap(AuditRecord::sequence, format::leaf));
        Nodes stored = remembered(log.nodes());
        Nodes shown = new ShownNodes(leaves, stored);
        return records.stream().map(record -> of(record.sequence(), leaves.get(record.sequence()), checkpoint, shown,
                stored)).toList();
    }

    private static Proof of(long sequence, Hash leaf, Optional<Checkpoint> checkpoint, Nodes shown, Nodes stored) {
        long size = checkpoint.map(Checkpoint::size).orElse(0L);
        // hashes made from the records beside it spare reading them; where one of those is wrong, the stored ones decide
        Proof.Standing standing = sequence >= size
                ? Proof.Standing.NOT_YET_SIGNED
                : includes(leaf, sequence, checkpoint.orElseThrow(), shown)
                        || includes(leaf, sequence, checkpoint.orElseThrow(), stored)
                                ? Proof.Standing.PROVEN
                                : Proof.Standing.BROKEN;
        return new Proof(standing, Optional.of(leaf), size, checkpoint.map(Checkpoint::time));
    }

    /** Neighbours share most of their way. */
    private static Nodes remembered(Nodes nodes) {
        Map<List<Long>, Hash> known = new HashMap<>();
        return (level, index) -> {
            List<Long> place = List.of((long) level, index);
            Hash hash = known.get(place);
            if (hash == null) {
                hash = nodes.node(level, index);
                known.put(place, hash);
            }
            return hash;
        };
    }

    /** Subtrees whose leaves are all at hand are hashed, the others read. */
    private record ShownNodes(Map<Long, Hash> leaves, Nodes stored) implements Nodes {

        private static final int HIGHEST = 6;

        @Override
        public Hash node(int level, long index) {
            return made(level, index).orElseGet(() -> stored.node(level, index));
        }

        private Optional<Hash> made(int level, long index) {
            if (level == 0) {
                return Optional.ofNullable(leaves.get(index));
            }
            return level > HIGHEST
                    ? Optional.empty()
                    : made(level - 1, 2 * index)
                            .flatMap(left -> made(level - 1, 2 * index + 1).map(right -> Hash.ofNode(left, right)));
        }
    }

    private static boolean includes(Hash leaf, long sequence, Checkpoint checkpoint, Nodes nodes) {
        try {
            return Proofs.includes(leaf, sequence, checkpoint.size(),
                    Proofs.inclusion(sequence, checkpoint.size(), nodes), checkpoint.root());
        } catch (AuditException e) {
            return false;
        }
    }

    private Optional<Checkpoint> newest() {
        return log.checkpoints(1).stream().filter(note -> note.isSignedBy(log.key())).map(SignedCheckpoint::checkpoint)
                .findFirst();
    }
}
