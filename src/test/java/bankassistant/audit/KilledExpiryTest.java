package bankassistant.audit;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.audit.record.AuditQuery;
import bankassistant.audit.record.AuditRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process is killed amid recording, holds and expiries: what was erased stays erased, and the log verifies. */
class KilledExpiryTest {

    /** More than one process gets on. */
    private static final long DAYS_A_ROUND = 31 * 60;

    @TempDir
    private Path folder;

    @Test
    void five_kills_amid_expiries_leave_a_log_that_verifies() throws Exception {
        kill(5);
    }

    /** {@code mvn -B verify -Pendurance} */
    @Test
    @Tag("endurance")
    void a_hundred_kills_amid_expiries_leave_a_log_that_verifies() throws Exception {
        kill(100);
    }

    private void kill(int rounds) throws IOException, InterruptedException {
        Random random = new Random(5);
        Logs logs = new Logs(folder.resolve("log"), List.of(), 7);
        Set<YearMonth> erased = new HashSet<>();
        for (int round = 0; round < rounds; round++) {
            Path output = folder.resolve("said-" + round);
            Process process = ExpiringProcess.start(logs.place.folder(), round * DAYS_A_ROUND, output);
            try {
                int lines = 1 + random.nextInt(8);
                while (process.isAlive() && AppendingProcess.said(output).size() < lines) {
                    Thread.sleep(1);
                }
                TimeUnit.MICROSECONDS.sleep(random.nextInt(30_000));
            } finally {
                process.destroyForcibly().waitFor();
            }
            AppendingProcess.said(output).stream().filter(line -> line.startsWith("expired "))
                    .forEach(line -> erased.add(YearMonth.parse(line.substring("expired ".length()))));
            assertSound(logs, erased, round);
        }
        assertThat(erased).hasSizeGreaterThan(rounds);
    }

    private static void assertSound(Logs logs, Set<YearMonth> erased, int round) {
        Verdict verdict = logs.verdict();
        assertThat(verdict.finding()).as("round %d", round).isEmpty();
        try (AuditLog log = logs.openToRead()) {
            assertThat(log.refusal()).isEmpty();
            log.each(AuditQuery.ALL.ofKinds(Set.of("question")), Long.MAX_VALUE,
                    record -> assertThat(erased.contains(month(record)) && record.user().equals("ana"))
                            .as("record %d of %s in round %d", record.sequence(), month(record), round).isFalse());
        }
    }

    private static YearMonth month(AuditRecord record) {
        return YearMonth.from(record.time().atZone(ZoneOffset.UTC));
    }
}
