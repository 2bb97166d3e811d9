package bankassistant.audit;

import bankassistant.audit.AuditException.Problem;
import bankassistant.audit.note.SignedCheckpoint;
import bankassistant.audit.record.Entry;
import bankassistant.audit.store.RecordStore;
import bankassistant.identity.FileKey;
import bankassistant.identity.Permission;
import bankassistant.identity.Permissions;
import bankassistant.identity.SignedIn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Brings a log back from a copy that {@link AuditLog#backUp} made. A copy that is not as it was written is refused; so is one older than
 * anything known of the log, unless an administrator and an auditor agree to lose the records between. When it is refused nothing
 * changes. The file that was there is kept
 * beside, as an {@link OldStore}.
 */
public final class Restoring {

    private static final String FILE = "records.mv.db";

    private final AuditPlace place;
    private final FileKey key;
    private final Station station;
    private final Clock clock;

    public Restoring(AuditPlace place, FileKey key, Station station, Clock clock) {
        this.place = place;
        this.key = key;
        this.station = station;
        this.clock = clock;
    }

    /**
     * @param who      restores
     * @param agreeing agrees that an older copy is restored, being another person in the other of the two roles
     * @return records in the copy
     * @throws AuditException if the copy is refused; the message tells why
     */
    public long restore(Path zip, SignedIn who, Optional<SignedIn> agreeing) throws IOException {
        List<String> accepted = agreeing.map(other -> agreed(who, other)).orElse(List.of());
        Files.createDirectories(place.folder());
        Path beside = Files.createTempDirectory(place.folder(), "restore-");
        try {
            unpack(zip, beside.resolve(FILE));
            long here = knownHere();
            Copy copy = sound(beside, here, !accepted.isEmpty());
            AuditPlace unpacked = new AuditPlace(beside, List.of());
            copy(copy.checkpoints(), unpacked);
            try (AuditLog log = AuditLog.open(unpacked, key, station, clock)) {
                log.append(Optional.of(who), new Entry.Restored(zip.getFileName().toString(), copy.records(),
                        copy.known(), copy.known() > copy.records() ? accepted : List.of()));
            }
            exchange(beside.resolve(FILE));
            copy(new Witness(unpacked.checkpoints()).all(copy.log()), place);
            return copy.records();
        } finally {
            delete(beside);
        }
    }

    /** Names of an auditor and an administrator. */
    private static List<String> agreed(SignedIn one, SignedIn other) {
        Permissions.require(one, Permission.AGREE_TO_OLDER_STORE);
        Permissions.require(other, Permission.AGREE_TO_OLDER_STORE);
        if (one.user().equals(other.user()) || one.role() == other.role()) {
            throw new AuditException(Problem.REFUSED,
                    "An older backup is restored only where an auditor and an administrator agree, two persons.");
        }
        return List.of(one.user(), other.user());
    }

    /**
     * @param log         its name
     * @param known       records that the log is known to have had
     * @param checkpoints its own
     */
    private record Copy(String log, long records, long known, List<SignedCheckpoint> checkpoints) {}

    /** Copies of a log's checkpoints lie beside it, wherever it is. */
    private static void copy(List<SignedCheckpoint> checkpoints, AuditPlace to) throws IOException {
        Files.createDirectories(to.checkpoints());
        Witness witness = new Witness(to.checkpoints());
        for (SignedCheckpoint note : checkpoints) {
            witness.keep(note);
        }
    }

    private static void unpack(Path zip, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(zip); ZipInputStream entries = new ZipInputStream(in)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().equals(FILE)) {
                    Files.copy(entries, file);
                    return;
                }
            }
        }
        throw new AuditException(Problem.DAMAGED, zip + " is no backup of an audit log.");
    }

    /** Records in the log that is there; 0 if there is none or it can't be read. */
    private long knownHere() {
        if (!Files.exists(place.folder().resolve(FILE))) {
            return 0;
        }
        try (AuditLog log = AuditLog.openToRead(place, key, station, clock)) {
            return log.size();
        } catch (AuditException e) {
            if (e.problem() == Problem.IN_USE) {
                throw e;
            }
            return 0;
        }
    }

    private Copy sound(Path folder, long here, boolean older) {
        AuditPlace copy = new AuditPlace(folder, List.of());
        try (AuditLog log = AuditLog.openToRead(copy, key, station, clock)) {
            List<SignedCheckpoint> held = Stream.concat(Stream.of(place.checkpoints()), place.witnesses().stream())
                    .flatMap(witness -> new Witness(witness).all(log.name()).stream()).distinct()
                    .filter(note -> !log.isGivenUp(note)).toList();
            long known = Math.max(here, held.stream().mapToLong(note -> note.checkpoint().size()).max().orElse(0));
            if (known > log.size() && !older) {
                throw new AuditException(Problem.OLDER, "The backup holds " + log.size()
                        + " records, and the log is known to have had " + known
                        + ". It is not restored, since the records between would be lost: an auditor and an administrator"
                        + " have to agree to that.");
            }
            Verdict verdict = log.verifyAlone(
                    held.stream().filter(note -> note.checkpoint().size() <= log.size()).toList());
            verdict.finding().ifPresent(finding -> {
                throw new AuditException(Problem.ALTERED,
                        "The backup is not as it was written: " + finding.change().words() + ". " + finding.words());
            });
            return new Copy(log.name(), log.size(), Math.max(known, log.size()), log.checkpoints(Integer.MAX_VALUE));
        }
    }

    private void exchange(Path file) throws IOException {
        Path present = place.folder().resolve(FILE);
        if (Files.exists(present)) {
            Files.move(present, OldStore.at(place.folder(), clock.instant()).file());
        }
        Files.deleteIfExists(place.folder().resolve(RecordStore.JOURNAL));
        Files.move(file, present, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
