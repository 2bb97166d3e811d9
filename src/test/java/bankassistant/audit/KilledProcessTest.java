package bankassistant.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bankassistant.audit.AuditException.Problem;
import bankassistant.audit.record.AuditQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process is killed (SIGKILL) at random moments: what was acknowledged stays, and the log verifies. */
class KilledProcessTest {

    @TempDir
    private Path folder;

    @Test
    void twenty_kills_lose_no_acknowledged_record() throws Exception {
        kill(20);
    }

    /** {@code mvn -B verify -Pendurance} */
    @Test
    @Tag("endurance")
    void two_hundred_kills_lose_no_acknowledged_record() throws Exception {
        kill(200);
    }

    private void kill(int rounds) throws IOException, InterruptedException {
        Random random = new Random(3);
        Logs logs = new Logs(folder.resolve("log"), List.of(), 7);
        long acknowledged = 0;
        for (int round = 0; round < rounds; round++) {
            Path output = folder.resolve("said-" + round);
            Process process = AppendingProcess.start(logs.place.folder(), output);
            await(process, output, random);
            process.destroyForcibly().waitFor();
            List<String> said = AppendingProcess.said(output);
            try (AuditLog log = logs.openToRead()) {
                assertThat(log.refusal()).as("round %d", round).isEmpty();
                for (String line : said) {
                    if (!line.equals("open")) {
                        String[] words = line.split(" ");
                        assertThat(log.leaf(Long.parseLong(words[0])).orElseThrow().hex()).isEqualTo(words[1]);
                        acknowledged++;
                    }
                }
            }
        }
        Verdict verdict = logs.verdict();
        assertThat(verdict.finding()).isEmpty();
        assertThat(acknowledged).as("acknowledged records").isGreaterThan(rounds);
        try (AuditLog log = logs.openToRead()) {
            assertThat(log.page(AuditQuery.ALL.ofKinds(Set.of("unclean_stop")), Long.MAX_VALUE, 1000).records())
                    .as("every killed process that had begun is told of, but the last").hasSizeGreaterThan(rounds / 2);
        }
    }

    /** A moment amid the opening in every fifth round; else some time behind a record of the first sixty. */
    private static void await(Process process, Path output, Random random) throws IOException, InterruptedException {
        int lines = random.nextInt(5) == 0 ? 0 : 1 + random.nextInt(60);
        while (process.isAlive() && AppendingProcess.said(output).size() < lines) {
            Thread.sleep(1);
        }
        TimeUnit.MICROSECONDS.sleep(random.nextInt(lines == 0 ? 2_000_000 : 20_000));
    }

    @Test
    void two_processes_do_not_share_a_log() throws Exception {
        Path output = folder.resolve("said");
        Process process = AppendingProcess.start(folder.resolve("log"), output);
        try {
            while (AppendingProcess.said(output).isEmpty()) {
                assertThat(process.isAlive()).isTrue();
                Thread.sleep(20);
            }
            assertThatExceptionOfType(AuditException.class).isThrownBy(() -> new Logs(folder.resolve("log")).open())
                    .matches(e -> e.problem() == Problem.IN_USE).withMessageContaining("open already");
        } finally {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        assertThat(new Logs(folder.resolve("log")).verdict().verified()).isTrue();
    }
}
