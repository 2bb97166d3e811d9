package bankassistant.audit;

import bankassistant.audit.note.Checkpoint;
import bankassistant.audit.note.SignedCheckpoint;
import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.RecordFormat;
import bankassistant.audit.store.RecordStore;
import bankassistant.audit.store.RecordStore.StoredCheckpoint;
import bankassistant.audit.store.Row;
import bankassistant.audit.store.Sweep;
import bankassistant.audit.tree.Frontier;
import bankassistant.audit.tree.Hash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Recomputes a store: each record's hash from its bytes, each node of the tree, the root at each checkpoint. It stops at the
 * first thing that is wrong and says what kind of change leaves such traces. For one use.
 */
public final class Verification {

    /** Hears how far it is. */
    public interface Progress {

        Progress NONE = _ -> true;

        /** @return whether to go on */
        boolean at(long records);
    }

    private final RecordStore store;
    private final RecordFormat format;
    private final Frontier tree = new Frontier();
    private final Map<Long, Hash> roots = new HashMap<>();
    private final Erasures erasures = new Erasures();
    private Set<Long> sizes = Set.of();
    /** Of the store's own checkpoints those that were copied beside it. */
    private final List<SignedCheckpoint> copied = new ArrayList<>();

    Verification(RecordStore store, RecordFormat format) {
        this.store = store;
        this.format = format;
    }

    /**
     * @param external checkpoints from outside
     * @param beside   copies beside the store: compared, but whoever exchanges the store can exchange them as well
     * @param there    all copies that lie there; empty where none are asked for
     * @throws CancellationException if the progress said so
     */
    Verdict run(List<SignedCheckpoint> external, List<SignedCheckpoint> beside,
            Optional<List<SignedCheckpoint>> there, Progress progress) {
        List<SignedCheckpoint> copies = Stream.concat(external.stream(), beside.stream()).distinct().toList();
        List<SignedCheckpoint> internal = new ArrayList<>();
        Optional<Finding> finding;
        try {
            finding = foreign(copies).or(() -> readInternal(internal));
            sizes = Stream.concat(internal.stream(), copies.stream()).map(note -> note.checkpoint().size())
                    .collect(Collectors.toSet());
            finding = finding.or(this::expiries).or(() -> walk(progress)).or(erasures::end)
                    .or(() -> compare(internal, this::truncated))
                    .or(() -> compare(copies, this::rolledBack)).or(() -> there.flatMap(this::gone));
        } catch (AuditException e) {
            finding = Optional.of(Finding.at(Change.DAMAGE, tree.size(), e.getMessage()));
        }
        long reach = external.stream().mapToLong(note -> note.checkpoint().size()).max().orElse(0);
        return new Verdict(finding, tree.size(), erasures.erased(), tree.root(), internal.size(), external.size(),
                finding.isEmpty() ? reach : 0);
    }

    private Optional<Finding> foreign(List<SignedCheckpoint> external) {
        return external.stream().filter(note -> !note.isSignedBy(store.key().verifying())).findFirst()
                .map(note -> Finding.ofNone(Change.CHECKPOINT, "The checkpoint of " + note.checkpoint().time()
                        + " from outside is not signed with this store's key: it is of another store, it was altered, or the"
                        + " whole store was exchanged."));
    }

    private Optional<Finding> readInternal(List<SignedCheckpoint> internal) {
        for (StoredCheckpoint stored : store.checkpoints()) {
            Optional<SignedCheckpoint> note = SignedCheckpoint.parse(stored.note())
                    .filter(read -> read.checkpoint().size() == stored.size())
                    .filter(read -> read.isSignedBy(store.key().verifying()));
            if (note.isEmpty()) {
                return Optional.of(Finding.ofNone(Change.CHECKPOINT,
                        "The store's checkpoint over " + stored.size() + " records was altered."));
            }
            internal.add(note.get());
            if (stored.copied()) {
                copied.add(note.get());
            }
        }
        return Optional.empty();
    }

    /** The rows that say so are looked at again with all others. */
    private Optional<Finding> expiries() {
        return store.keptForGood().stream().flatMap(row -> row.content().flatMap(format::read).stream())
                .flatMap(record -> erasures.know(record).stream()).findFirst();
    }

    private Optional<Finding> walk(Progress progress) {
        keepRoot();
        try (Sweep<Seen> sweep = store.sweep(this::look)) {
            for (Optional<List<Seen>> rows = sweep.next(); rows.isPresent(); rows = sweep.next()) {
                for (Seen seen : rows.get()) {
                    Optional<Finding> finding = check(seen);
                    if (finding.isPresent()) {
                        return finding;
                    }
                }
                if (!progress.at(tree.size())) {
                    throw new CancellationException("the verification is no longer wanted");
                }
            }
            return Optional.empty();
        }
    }

    /**
     * What a row shows by itself.
     *
     * @param stated its sequence, as its content says
     * @param hashed whether its hash is that of its content; of an erased one that can't be told
     */
    private record Seen(Row row, OptionalLong stated, boolean hashed) {}

    private Seen look(Row row) {
        return row.content().map(content -> new Seen(row, format.sequence(content),
                Hash.ofLeaf(content).equals(row.leaf()))).orElseGet(
                        () -> new Seen(row, OptionalLong.of(row.sequence()), true));
    }

    private Optional<Finding> check(Seen seen) {
        Row row = seen.row();
        long expected = tree.size();
        OptionalLong stated = seen.stated();
        if (row.sequence() != expected || stated.isEmpty() || stated.getAsLong() != expected || !seen.hashed()) {
            return Optional.of(diagnosis(row, expected, stated));
        }
        List<Hash> nodes = tree.add(row.leaf());
        keepRoot();
        return nodes.equals(row.nodes()) ? erasures.row(row) : Optional.of(wrongNodes(row, nodes));
    }

    private void keepRoot() {
        if (sizes.contains(tree.size())) {
            roots.put(tree.size(), tree.root());
        }
    }

    private Finding diagnosis(Row row, long expected, OptionalLong stated) {
        if (row.sequence() > expected) {
            return new Finding(Change.DELETION, expected, row.sequence() - 1,
                    "Behind record " + (expected - 1) + " comes record " + row.sequence() + ".");
        }
        if (stated.isEmpty()) {
            return Finding.at(Change.EDIT, expected, "Record " + expected + " can't be read as a record.");
        }
        OptionalLong next = store.row(row.sequence() + 1).flatMap(Row::content).map(format::sequence)
                .orElse(OptionalLong.empty());
        long says = stated.getAsLong();
        if (says == expected) {
            return next.isPresent() && next.getAsLong() == expected
                    ? Finding.at(Change.INSERTION, expected, "Two records say that they are number " + expected + ".")
                    : Finding.at(Change.EDIT, expected,
                            "Record " + expected + " does not have the hash it was stored with.");
        }
        if (says < expected) {
            return Finding.at(Change.INSERTION, says, "Record " + expected + " says that it is number " + says + ".");
        }
        return next.isEmpty() || next.getAsLong() == says + 1
                ? new Finding(Change.DELETION, expected, says - 1,
                        "Record " + expected + " and those behind it say that they are " + says + " and on.")
                : new Finding(Change.REORDERING, expected, says,
                        "Record " + expected + " says that it is number " + says + ".");
    }

    /** The leaves of the lowest subtree whose hash is wrong: one of them was edited, and its own hash with it. */
    private static Finding wrongNodes(Row row, List<Hash> nodes) {
        int level = 1;
        while (level <= nodes.size() && level <= row.nodes().size()
                && nodes.get(level - 1).equals(row.nodes().get(level - 1))) {
            level++;
        }
        long first = level > nodes.size() ? row.sequence() : row.sequence() + 1 - (1L << level);
        return new Finding(Change.EDIT, first, row.sequence(),
                "The tree over the records " + first + " to " + row.sequence() + " is not the one stored.");
    }

    private Optional<Finding> compare(List<SignedCheckpoint> notes, Missing missing) {
        long good = 0;
        for (SignedCheckpoint note : notes.stream()
                .sorted(Comparator.comparingLong(note -> note.checkpoint().size())).toList()) {
            Checkpoint checkpoint = note.checkpoint();
            if (checkpoint.size() > tree.size()) {
                return Optional.of(missing.finding(checkpoint));
            }
            if (!checkpoint.root().equals(roots.get(checkpoint.size()))) {
                return Optional.of(rewritten(good, checkpoint));
            }
            good = checkpoint.size();
        }
        return Optional.empty();
    }

    private Optional<Finding> gone(List<SignedCheckpoint> there) {
        List<SignedCheckpoint> gone = Witness.without(copied, there);
        return gone.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.ofNone(Change.COPIES, "%,d of %,d are gone, the newest of %s over %,d records."
                        .formatted(gone.size(), copied.size(), gone.getLast().checkpoint().time(),
                                gone.getLast().checkpoint().size())
                        + " The records agree with the checkpoints in the log itself. Who deletes copies may have"
                        + " exchanged the log too: compare it with a checkpoint held elsewhere."
                        + " `assistant audit checkpoint --copy-again` writes the copies again, and a record says so."));
    }

    @FunctionalInterface
    private interface Missing {

        Finding finding(Checkpoint checkpoint);
    }

    private Finding truncated(Checkpoint checkpoint) {
        return new Finding(Change.TRUNCATION, tree.size(), checkpoint.size() - 1, "The store's own checkpoint of "
                + checkpoint.time() + " speaks of " + checkpoint.size() + " records; there are " + tree.size() + ".");
    }

    private Finding rolledBack(Checkpoint checkpoint) {
        return new Finding(Change.ROLLBACK, tree.size(), checkpoint.size() - 1, "A checkpoint of " + checkpoint.time()
                + " held outside speaks of " + checkpoint.size() + " records; there are " + tree.size() + ".");
    }

    /** Records later than a checkpoint that speaks of them: an older file was written on. */
    private Finding rewritten(long good, Checkpoint checkpoint) {
        String words = "The first " + checkpoint.size() + " records are not those of the checkpoint of "
                + checkpoint.time() + ".";
        boolean later = store.row(checkpoint.size() - 1).flatMap(Row::content).flatMap(format::read)
                .map(AuditRecord::time).filter(time -> time.isAfter(checkpoint.time())).isPresent();
        return new Finding(later ? Change.ROLLBACK : Change.REWRITING, good, checkpoint.size() - 1, words);
    }
}
