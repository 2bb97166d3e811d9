package bankassistant.audit;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.LogLines;
import bankassistant.audit.record.AuditQuery;
import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entries;
import bankassistant.audit.record.Entry;
import bankassistant.identity.Role;
import bankassistant.identity.SignedIn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the index finds is what reading every record finds. */
class SearchTest {

    private static final List<AuditQuery> QUERIES = List.of(AuditQuery.ALL, AuditQuery.ALL.ofKinds(Set.of("question")),
            AuditQuery.ALL.ofUsers(Set.of("ana", "ben")), AuditQuery.ALL.ofIntents(Set.of("intent1")).inScope(true),
            AuditQuery.ALL.inScope(false), AuditQuery.ALL.citing("cards"), AuditQuery.ALL.holding("Word3 word5"),
            AuditQuery.ALL.holding("nowhere"), AuditQuery.ALL.holding("word1").ofUsers(Set.of("ben")),
            AuditQuery.ALL.between(Optional.of(Instant.parse("2026-11-23T08:00:00Z")), Optional.empty()),
            AuditQuery.ALL.between(Optional.empty(), Optional.of(Instant.parse("2026-11-23T08:00:00Z"))),
            AuditQuery.ALL.ofKinds(Set.of("started", "stopped")));

    @TempDir
    private Path folder;

    @Test
    void finds_what_reading_all_records_finds_page_by_page() {
        Logs logs = new Logs(folder);
        fill(logs, 1);
        assertFindsAll(logs);
        fill(logs.at(60), 2);
        assertFindsAll(logs);
    }

    @Test
    void finds_what_was_recorded_a_moment_ago() {
        try (AuditLog log = new Logs(folder).open()) {
            AuditQuery query = AuditQuery.ALL.holding("moment");
            assertThat(log.page(query, Long.MAX_VALUE, 10).records()).isEmpty();
            log.append(Logs.TELLER, Entries.question("a moment ago"));
            assertThat(log.page(query, Long.MAX_VALUE, 10).records()).hasSize(1);
        }
    }

    @Test
    void finds_the_same_while_the_index_is_far_behind_and_when_it_is_made() throws InterruptedException {
        AuditQuery query = AuditQuery.ALL.holding("word7");
        try (AuditLog log = new Logs(folder).open()) {
            log.append(Logs.TELLER, IntStream.range(0, 12_000)
                    .mapToObj(i -> (Entry) Entries.question("word" + i % 100)).toList());
            Page behind = log.page(query, Long.MAX_VALUE, 200);
            assertThat(behind.records()).hasSize(120);
            while (!log.isIndexed()) {
                Thread.sleep(5);
            }
            assertThat(log.page(query, Long.MAX_VALUE, 200)).isEqualTo(behind);
        }
    }

    @Test
    void nothing_of_the_index_stands_in_the_clear_on_the_disk() throws IOException {
        Logs logs = new Logs(folder);
        fill(logs, 1);
        assertFindsAll(logs);

        try (Stream<Path> files = Files.walk(folder.resolve("search"))) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).hasSizeGreaterThan(2);
            for (Path file : all) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).as(file.toString())
                        .doesNotContain("word3", "ana", "intent1", "question", "Lucene");
            }
        }
    }

    @Test
    void a_damaged_index_is_made_anew() throws IOException {
        Logs logs = new Logs(folder);
        fill(logs, 1);
        assertFindsAll(logs);
        try (Stream<Path> files = Files.list(folder.resolve("search"))) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("segments")).toList()) {
                Files.write(file, new byte[200]);
            }
        }
        assertFindsAll(logs);
    }

    @Test
    void the_index_of_another_log_is_not_used() throws IOException {
        Logs other = new Logs(folder.resolve("other"));
        fill(other, 7);
        assertFindsAll(other);
        Logs logs = new Logs(folder.resolve("log"));
        fill(logs, 1);
        Files.move(folder.resolve("log").resolve("search"), folder.resolve("its own"));
        Files.move(folder.resolve("other").resolve("search"), folder.resolve("log").resolve("search"));

        assertFindsAll(logs);
    }

    private static void assertFindsAll(Logs logs) {
        try (LogLines warnings = new LogLines(RecordSearch.class.getName()); AuditLog log = logs.openToRead()) {
            List<AuditRecord> all = new ArrayList<>();
            log.each(AuditQuery.ALL, Long.MAX_VALUE, all::add);
            for (AuditQuery query : QUERIES) {
                assertThat(pages(log, query)).as(query.words())
                        .isEqualTo(all.reversed().stream().filter(query::matches).toList());
            }
            assertThat(warnings.messages()).isEmpty();
        }
    }

    private static List<AuditRecord> pages(AuditLog log, AuditQuery query) {
        List<AuditRecord> found = new ArrayList<>();
        Page page = log.page(query, Long.MAX_VALUE, 7);
        found.addAll(page.records());
        while (page.next().isPresent()) {
            page = log.page(query, page.next().getAsLong(), 7);
            found.addAll(page.records());
        }
        return found;
    }

    private static void fill(Logs logs, int seed) {
        Random random = new Random(seed);
        try (AuditLog log = logs.open()) {
            for (int i = 0; i < 60; i++) {
                Optional<SignedIn> who = Optional
                        .of(new SignedIn(List.of("ana", "ben", "eva").get(random.nextInt(3)), Role.TELLER, "s"));
                String text = "word" + random.nextInt(9) + " word" + random.nextInt(9) + ", Word" + random.nextInt(9)
                        + "?";
                log.append(who, random.nextBoolean()
                        ? new Entry.Question("c", "c-1", text, Map.of(),
                                Optional.of(new Entry.Meaning(random.nextBoolean(),
                                        Optional.of("intent" + random.nextInt(3)), 5000)))
                        : Entries.answer(1, text));
            }
        }
    }
}
