package bankassistant.audit;

import bankassistant.audit.record.Entries;
import bankassistant.audit.store.Tampering;
import bankassistant.identity.FileKey;
import bankassistant.identity.Role;
import bankassistant.identity.SignedIn;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A log in a folder for tests, with a fixed key. */
public final class Logs {

    public static final Optional<SignedIn> TELLER = Optional.of(new SignedIn("ana", Role.TELLER, "s-1"));
    public static final Station STATION = new Station("PC-7", "1.0.0");

    private static final Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");

    public final AuditPlace place;
    private Clock clock = Clock.fixed(MORNING, ZoneOffset.UTC);

    public Logs(Path folder) {
        this(folder, List.of(), 500);
    }

    public Logs(Path folder, List<Path> witnesses, int checkpointEvery) {
        place = new AuditPlace(folder, witnesses, checkpointEvery);
        witnesses.forEach(witness -> witness.toFile().mkdirs());
    }

    /** The clock of what is opened from now on, in seconds after eight in the morning. */
    public Logs at(long seconds) {
        clock = Clock.fixed(MORNING.plusSeconds(seconds), ZoneOffset.UTC);
        return this;
    }

    public static FileKey key(int seed) {
        byte[] bytes = new byte[FileKey.LENGTH];
        Arrays.fill(bytes, (byte) seed);
        return FileKey.of(bytes);
    }

    public AuditLog open() {
        // as the application does: the key is wiped when the log is open
        try (FileKey key = key(1)) {
            return AuditLog.open(place, key, STATION, clock);
        }
    }

    public AuditLog openWhereSound() {
        // as the application does: the key is wiped when the log is open
        try (FileKey key = key(1)) {
            return AuditLog.openWhereSound(place, key, STATION, clock);
        }
    }

    public AuditLog openToRead() {
        // as the application does: the key is wiped when the log is open
        try (FileKey key = key(1)) {
            return AuditLog.openToRead(place, key, STATION, clock);
        }
    }

    /** A log of so many records, the start and the stop among them, closed. */
    public Logs filled(int records) {
        try (AuditLog log = open()) {
            while (log.size() < records - 1) {
                log.append(TELLER, Entries.question("question " + log.size()));
            }
        }
        return this;
    }

    public Verdict verdict() {
        try (AuditLog log = openToRead()) {
            return log.verify(List.of(), Verification.Progress.NONE);
        }
    }

    /** Changes the closed store's database as somebody could who has the key. */
    public Tampering tampering() {
        return new Tampering(place.folder(), key(1));
    }
}
