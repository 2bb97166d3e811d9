package bankassistant.ui.audit;

import bankassistant.audit.Hold;
import bankassistant.audit.OldStore;
import bankassistant.audit.WitnessPlace;
import bankassistant.audit.note.Checkpoint;
import bankassistant.audit.note.SignedCheckpoint;
import bankassistant.audit.note.SigningKey;
import bankassistant.audit.record.Entry;
import bankassistant.audit.tree.Hash;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How logs are kept, for tests. */
final class LogStates {

    private static final Instant NOW = FakeRecords.END;
    private static final SigningKey KEY = SigningKey.random("banking-assistant-1a2b3c4d5e6f");

    private LogStates() {}

    /** Of many years, with a share, a drive that is late and one that is away, two holds, erased months and an old store. */
    static LogState kept() {
        return new LogState(NOW, 1_000_000, Optional.of(checkpoint(999_846, Duration.ofMinutes(14))),
                List.of(new WitnessPlace(Path.of("/mnt/audit-share/branch-17"), WitnessPlace.Standing.UP_TO_DATE,
                        Optional.of(note(999_846, Duration.ofMinutes(14)))),
                        new WitnessPlace(Path.of("/media/auditor/stick"), WitnessPlace.Standing.BEHIND,
                                Optional.of(note(987_120, Duration.ofDays(9)))),
                        new WitnessPlace(Path.of("/media/safe/drive"), WitnessPlace.Standing.AWAY, Optional.empty())),
                Optional.of(60),
                IntStream.range(0, 9)
                        .mapToObj(month -> new LogState.ErasedMonth(YearMonth.of(2021, 2).plusMonths(month),
                                11_840 + 173L * month, month == 7 ? 12 : 0,
                                NOW.minus(Duration.ofDays(240 - 30L * month))))
                        .toList(),
                3, List.of(YearMonth.of(2021, 11)), holds(),
                List.of(new OldStore(Path.of("audit/records-before-1761983400000.mv.db"),
                        Instant.ofEpochMilli(1_761_983_400_000L))));
    }

    static List<Hold> holds() {
        return List.of(hold("hold-3", "Case 2026-114, complaint about an overdraft", Optional.of("ana.petrova"),
                Optional.of(Instant.parse("2026-03-01T00:00:00Z"))),
                hold("hold-4", "Ombudsman request 88/26", Optional.empty(),
                        Optional.of(Instant.parse("2026-09-14T00:00:00Z"))));
    }

    /** New, with no witness, and nothing held or erased. */
    static LogState young() {
        return new LogState(NOW, 41, Optional.of(checkpoint(41, Duration.ofSeconds(20))), List.of(), Optional.of(60),
                List.of(), 0, List.of(), List.of(), List.of());
    }

    private static Hold hold(String name, String reference, Optional<String> user, Optional<Instant> from) {
        return new Hold(new Entry.HoldSet(name, reference, user, Optional.empty(), from, Optional.empty()),
                NOW.minus(Duration.ofDays(40)), "olga.brandt", 7);
    }

    private static Checkpoint checkpoint(long size, Duration age) {
        return new Checkpoint(KEY.verifying().name(), size, Hash.ofLeaf(new byte[]{1}), NOW.minus(age));
    }

    private static SignedCheckpoint note(long size, Duration age) {
        return KEY.sign(checkpoint(size, age));
    }
}
