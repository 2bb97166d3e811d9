package bankassistant.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bankassistant.audit.AuditException.Problem;
import bankassistant.audit.note.SignedCheckpoint;
import bankassistant.audit.record.AuditQuery;
import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entries;
import bankassistant.audit.record.Entry;
import bankassistant.audit.tree.Proofs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {

    @TempDir
    private Path folder;

    @Test
    void what_was_recorded_is_there_after_a_reopening() {
        Logs logs = new Logs(folder);
        long sequence;
        try (AuditLog log = logs.open()) {
            sequence = log.append(Logs.TELLER, Entries.question("Where is it?")).sequence();
        }

        try (AuditLog log = logs.open()) {
            AuditRecord record = log.record(sequence).orElseThrow();
            assertThat(record.entry()).isEqualTo(Entries.question("Where is it?"));
            assertThat(record.user()).isEqualTo("ana");
            assertThat(record.workstation()).isEqualTo("PC-7");
        }
    }

    @Test
    void starts_and_stops_are_records() {
        Logs logs = new Logs(folder).filled(3).filled(6);

        assertThat(kinds(logs)).containsExactly("started", "question", "stopped", "started", "question", "stopped");
    }

    @Test
    void a_stop_without_closing_is_recorded_at_the_next_start() throws IOException {
        Logs logs = new Logs(folder.resolve("live"));
        Path copy = folder.resolve("copy");
        try (AuditLog log = logs.open()) {
            log.append(Logs.TELLER, Entries.question("?"));
            copy(logs.place.folder(), copy);
        }

        Logs copied = new Logs(copy);
        try (AuditLog log = copied.open()) {
            assertThat(log.record(2).orElseThrow().entry())
                    .isEqualTo(new Entry.UncleanStop(1, Instant.parse("2026-11-23T08:00:00Z")));
        }
        assertThat(copied.verdict().verified()).isTrue();
    }

    @Test
    void a_clock_that_was_set_back_is_recorded_and_nothing_else_happens() {
        Logs logs = new Logs(folder).at(60).filled(3);
        logs.at(0).filled(7);

        assertThat(kinds(logs)).containsExactly("started", "question", "stopped", "clock_set_back", "started",
                "question",
                "stopped");
        assertThat(logs.verdict().verified()).isTrue();
    }

    @Test
    void a_second_opening_is_told_that_the_log_is_in_use() {
        Logs logs = new Logs(folder);
        try (AuditLog _ = logs.open()) {
            assertThatExceptionOfType(AuditException.class).isThrownBy(logs::open)
                    .matches(e -> e.problem() == Problem.IN_USE).withMessageContaining("open already");
        }
    }

    @Test
    void another_key_opens_nothing() {
        Logs logs = new Logs(folder).filled(3);

        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(() -> AuditLog.open(logs.place, Logs.key(2), Logs.STATION, Clock.systemUTC()))
                .matches(e -> e.problem() == Problem.WRONG_KEY);
    }

    @Test
    void a_file_that_is_no_store_is_told_to_be_damaged() throws IOException {
        Logs logs = new Logs(folder).filled(3);
        Files.write(folder.resolve("records.mv.db"), new byte[20_000]);

        assertThatExceptionOfType(AuditException.class).isThrownBy(logs::open)
                .matches(e -> e.problem() == Problem.DAMAGED || e.problem() == Problem.WRONG_KEY);
    }

    @Test
    void a_store_that_is_gone_is_not_begun_anew() throws IOException {
        Logs logs = new Logs(folder).filled(3);
        Files.delete(folder.resolve("records.mv.db"));

        assertThatExceptionOfType(AuditException.class).isThrownBy(logs::open)
                .matches(e -> e.problem() == Problem.ALTERED).withMessageContaining("is gone");
    }

    @Test
    void nothing_recorded_stands_in_the_clear_on_the_disk() throws IOException {
        new Logs(folder).filled(40);

        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(bytes).as(file.toString()).doesNotContain("question", "ana", "PC-7", "OWNER");
            }
        }
    }

    @Test
    void checkpoints_are_written_every_so_many_records_and_at_the_end_and_copied_to_witnesses() throws IOException {
        Path stick = folder.resolve("stick");
        Logs logs = new Logs(folder.resolve("log"), List.of(stick), 4).filled(10);

        try (Stream<Path> files = Files.walk(stick)) {
            assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "checkpoint-000000000000004.txt", "checkpoint-000000000000008.txt",
                            "checkpoint-000000000000010.txt");
        }
        Verdict verdict = logs.verdict();
        assertThat(verdict.verified()).isTrue();
        assertThat(verdict.internal()).isEqualTo(3);
        assertThat(verdict.external()).isEqualTo(3);
        assertThat(verdict.reach()).isEqualTo(10);
    }

    @Test
    void a_witness_that_is_away_stops_nothing() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Logs logs = new Logs(folder.resolve("log"), List.of(file), 4).filled(10);

        assertThat(logs.verdict().verified()).isTrue();
    }

    @Test
    void records_and_growth_are_proved_by_a_checkpoint() {
        Logs logs = new Logs(folder, List.of(), 4).filled(11);

        try (AuditLog log = logs.open()) {
            List<SignedCheckpoint> notes = log.witnessed();
            var first = notes.getFirst().checkpoint();
            var last = notes.getLast().checkpoint();
            assertThat(Proofs.consistent(first.size(), first.root(), last.size(), last.root(),
                    log.consistency(first.size(), last.size()))).isTrue();
            long before = log.size();
            var leaf = log.append(Logs.TELLER, Entries.question("now")).leaf();
            var now = log.checkpoint().checkpoint();
            assertThat(Proofs.includes(leaf, before, now.size(), log.inclusion(before, now.size()), now.root()))
                    .isTrue();
        }
    }

    @Test
    void pages_go_back_from_the_newest_record_without_gap_or_repetition() {
        Logs logs = new Logs(folder).filled(30);
        try (AuditLog log = logs.openToRead()) {
            AuditQuery questions = AuditQuery.ALL.ofKinds(Set.of("question"));
            List<Long> seen = new ArrayList<>();
            long before = Long.MAX_VALUE;
            while (true) {
                Page page = log.page(questions, before, 9);
                page.records().forEach(record -> seen.add(record.sequence()));
                if (page.next().isEmpty()) {
                    break;
                }
                before = page.next().getAsLong();
            }
            assertThat(seen).hasSize(28).isSortedAccordingTo(Comparator.reverseOrder()).doesNotHaveDuplicates();
        }
    }

    @Test
    void after_a_failed_write_nothing_more_is_recorded() {
        Logs logs = new Logs(folder);
        AuditLog log = logs.open();
        log.close();

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> log.append(Logs.TELLER, Entries.question("?")));
    }

    private static List<String> kinds(Logs logs) {
        try (AuditLog log = logs.openToRead()) {
            return log.page(AuditQuery.ALL, Long.MAX_VALUE, 100).records().reversed().stream().map(AuditRecord::kind)
                    .toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        Files.write(to.resolve("records.mv.db"), Files.readAllBytes(from.resolve("records.mv.db")),
                StandardOpenOption.CREATE_NEW);
    }
}
