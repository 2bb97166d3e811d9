package bankassistant.audit;

import bankassistant.audit.AuditException.Problem;
import bankassistant.audit.note.Checkpoint;
import bankassistant.audit.note.SignedCheckpoint;
import bankassistant.audit.record.Entry;
import bankassistant.identity.FileKey;
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
 * Brings a log back from a copy that {@link AuditLog#backUp} made. A copy that is not as it was written, or older than anything known
 * of the log, is refused and nothing changes. The file that was there is kept beside.
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
     * @return records in the copy
     * @throws AuditException if the copy is refused; the message tells why
     */
    public long restore(Path zip, SignedIn who) throws IOException {
        Files.createDirectories(place.folder());
        Path beside = Files.createTempDirectory(place.folder(), "restore-");
        try {
            unpack(zip, beside.resolve(FILE));
            long known = knownHere();
            long records = sound(beside, known);
            exchange(beside.resolve(FILE));
            try (AuditLog log = AuditLog.open(place, key, station, clock)) {
                log.append(Optional.of(who),
                        new Entry.Restored(zip.getFileName().toString(), records, known, List.of()));
            }
            return records;
        } finally {
            delete(beside);
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

    private long sound(Path folder, long known) {
        AuditPlace copy = new AuditPlace(folder, List.of());
        try (AuditLog log = AuditLog.openToRead(copy, key, station, clock)) {
            List<SignedCheckpoint> held = Stream.concat(Stream.of(place.checkpoints()), place.witnesses().stream())
                    .flatMap(witness -> new Witness(witness).all(log.name()).stream()).distinct().toList();
            Optional<Checkpoint> newer = held.stream().map(SignedCheckpoint::checkpoint)
                    .filter(checkpoint -> checkpoint.size() > log.size()).findAny();
            if (newer.isPresent() || known > log.size()) {
                throw new AuditException(Problem.ALTERED,
                        "The backup holds " + log.size() + " records, and the log is known"
                                + " to have had " + Math.max(known, newer.map(Checkpoint::size).orElse(0L))
                                + ". It is not restored, since the records between would be lost.");
            }
            Verdict verdict = log.verify(held, Verification.Progress.NONE);
            verdict.finding().ifPresent(finding -> {
                throw new AuditException(Problem.ALTERED,
                        "The backup is not as it was written: " + finding.change().words() + ". " + finding.words());
            });
            return log.size();
        }
    }

    private void exchange(Path file) throws IOException {
        Path present = place.folder().resolve(FILE);
        if (Files.exists(present)) {
            Files.move(present, place.folder().resolve("records-before-" + clock.millis() + ".mv.db"));
        }
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
