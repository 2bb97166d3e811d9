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
import java.util.stream.Stream;

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
        // neighbours share most of their way
        Map<List<Long>, Hash> known = new HashMap<>();
        Nodes nodes = (level, index) -> {
            List<Long> place = List.of((long) level, index);
            Hash hash = known.get(place);
            if (hash == null) {
                hash = log.nodes().node(level, index);
                known.put(place, hash);
            }
            return hash;
        };
        return records.stream().map(record -> of(record, checkpoint, nodes)).toList();
    }

    private Proof of(AuditRecord record, Optional<Checkpoint> checkpoint, Nodes nodes) {
        Hash leaf = Hash.ofLeaf(format.bytes(record));
        long size = checkpoint.map(Checkpoint::size).orElse(0L);
        Proof.Standing standing = record.sequence() >= size
                ? Proof.Standing.NOT_YET_SIGNED
                : includes(leaf, record.sequence(), checkpoint.orElseThrow(), nodes)
                        ? Proof.Standing.PROVEN
                        : Proof.Standing.BROKEN;
        return new Proof(standing, Optional.of(leaf), size, checkpoint.map(Checkpoint::time));
    }

    private static boolean includes(Hash leaf, long sequence, Checkpoint checkpoint, Nodes nodes) {
        try {
            return Proofs.includes(leaf, sequence, checkpoint.size(),
                    Proofs.inclusion(sequence, checkpoint.size(), nodes), checkpoint.root());
        } catch (AuditException e) {
            return false;
        }
    }

    /** The one that speaks of most records, whether the store or a witness holds it. */
    private Optional<Checkpoint> newest() {
        return Stream.concat(log.checkpoints(1).stream(), log.witnessed().stream())
                .filter(note -> note.isSignedBy(log.key())).map(SignedCheckpoint::checkpoint)
                .max(java.util.Comparator.comparingLong(Checkpoint::size));
    }
}
