package bankassistant.audit;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.LogLines;
import bankassistant.audit.record.Entries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints are copied to the places that were chosen; one that is away delays nothing and is told of once. */
class WitnessPlacesTest {

    @TempDir
    private Path folder;

    private Path share;
    private Path stick;
    private Logs logs;

    @BeforeEach
    void a_share_and_a_stick() throws IOException {
        share = Files.createDirectory(folder.resolve("share"));
        stick = Files.createDirectory(folder.resolve("stick"));
        logs = new Logs(folder.resolve("log"), List.of(share, stick), 3);
    }

    @Test
    void each_place_gets_checkpoints_every_so_many_records_and_at_the_end() throws IOException {
        try (AuditLog log = logs.open()) {
            append(log, 3);
            assertThat(sizes(stick)).containsExactly(3L);
        }
        assertThat(sizes(stick)).containsExactly(3L, 5L);
        assertThat(sizes(share)).containsExactly(3L, 5L);
    }

    @Test
    void a_place_that_is_away_stops_nothing_and_is_told_of_once() throws IOException {
        Files.delete(stick);
        try (LogLines warnings = new LogLines(AuditLog.class.getName()); AuditLog log = logs.open()) {
            append(log, 9);
            assertThat(log.unreached()).containsExactly(stick);
            assertThat(warnings.messages()).hasSize(1).first().asString().contains("stick");
        }
        assertThat(stick).as("its place on this disk is not taken for the drive").doesNotExist();
        assertThat(sizes(share)).hasSize(4);
        assertThat(logs.verdict().verified()).isTrue();
    }

    @Test
    void a_place_that_comes_back_gets_the_next_checkpoint() throws IOException {
        Files.delete(stick);
        try (AuditLog log = logs.open()) {
            append(log, 3);
            Files.createDirectory(stick);
            append(log, 3);
            assertThat(log.unreached()).isEmpty();
        }
        assertThat(sizes(stick)).containsExactly(6L, 8L);
    }

    @Test
    void a_verification_compares_what_lies_there() throws IOException {
        logs.filled(12);
        assertThat(logs.verdict().external()).isPositive();
        assertThat(logs.verdict().reach()).isEqualTo(12);

        logs.tampering().edit(5, "question 5", "question 6");
        logs.tampering().rebuild();
        logs.tampering().run("DELETE FROM checkpoint");
        deleteAll(logs.place.checkpoints());
        deleteAll(share);
        assertThat(logs.verdict().finding().orElseThrow().change()).as("only the stick still knows")
                .isEqualTo(Change.REWRITING);
    }

    private static void append(AuditLog log, int records) {
        for (int i = 0; i < records; i++) {
            log.append(Logs.TELLER, Entries.question("question " + i));
        }
    }

    private static List<Long> sizes(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(file -> file.toString().endsWith(".txt")).sorted()
                    .map(file -> Witness.read(file).orElseThrow().checkpoint().size()).toList();
        }
    }

    private static void deleteAll(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
