package bankassistant.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bankassistant.audit.export.ExportVerdict;
import bankassistant.audit.export.ExportVerification;
import bankassistant.audit.export.Exporter;
import bankassistant.audit.record.AuditQuery;
import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entries;
import bankassistant.audit.record.Entry;
import bankassistant.audit.record.RecordFormat;
import bankassistant.audit.tree.Hash;
import bankassistant.audit.tree.Proofs;
import bankassistant.identity.NotPermittedException;
import bankassistant.identity.Role;
import bankassistant.identity.SignedIn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contents are erased when their time is over, unless a hold keeps them; hashes stay, and the log verifies as before. */
class RetentionTest {

    private static final SignedIn AUDITOR = new SignedIn("aud", Role.AUDITOR, "s-9");
    private static final Optional<SignedIn> BEN = Optional.of(new SignedIn("ben", Role.TELLER, "s-2"));
    private static final long DAY = 86_400;

    @TempDir
    private Path folder;

    private Logs logs;

    /** Records 1 (ana) and 2 (ben) in November 2026, record 5 (ana) in December; then it is January. */
    @BeforeEach
    void a_log_of_three_months() {
        logs = new Logs(folder.resolve("log"), List.of(), 4);
        try (AuditLog log = logs.open()) {
            log.append(Logs.TELLER, Entries.question("first stolen"));
            log.append(BEN, Entries.question("second stolen"));
        }
        try (AuditLog log = logs.at(20 * DAY).open()) {
            log.append(Logs.TELLER, Entries.question("third stolen"));
        }
        logs.at(50 * DAY);
    }

    @Test
    void nothing_is_erased_before_its_months_time_is_over() {
        try (AuditLog log = logs.open()) {
            assertThat(new Retention(log).due(2).isEmpty()).isTrue();
            assertThat(new Retention(log).due(1).months()).extracting(Entry.ExpiredMonth::month)
                    .containsExactly("2026-11");
            assertThat(new Retention(log).expire(AUDITOR, 60).isEmpty()).isTrue();
        }
        assertThat(logs.verdict().erased()).isZero();
    }

    @Test
    void a_month_is_erased_and_its_leaves_stay_and_verify() {
        Hash leaf = leaf(1);
        expire(1);

        try (AuditLog log = logs.open()) {
            AuditRecord gone = log.record(1).orElseThrow();
            assertThat(gone.entry()).isEqualTo(new Entry.Erased("2026-11", leaf.hex()));
            assertThat(log.record(5).orElseThrow().entry()).isEqualTo(Entries.question("third stolen"));
            long size = log.checkpoint().checkpoint().size();
            assertThat(Proofs.includes(new RecordFormat().leaf(gone), 1, size, log.inclusion(1, size),
                    log.checkpoint().checkpoint().root())).isTrue();
        }
        Verdict verdict = logs.verdict();
        assertThat(verdict.finding()).isEmpty();
        assertThat(verdict.erased()).isEqualTo(4);
    }

    @Test
    void what_was_erased_is_found_no_more_and_shows_as_erased() {
        try (AuditLog log = logs.open()) {
            AuditQuery stolen = AuditQuery.ALL.holding("stolen");
            assertThat(log.page(stolen, Long.MAX_VALUE, 10).records()).hasSize(3);
            new Retention(log).expire(AUDITOR, 1);
            assertThat(log.page(stolen, Long.MAX_VALUE, 10).records()).extracting(AuditRecord::sequence)
                    .containsExactly(5L);
            assertThat(log.page(AuditQuery.ALL.ofKinds(Set.of(Entry.Erased.KIND)), Long.MAX_VALUE, 10).records())
                    .extracting(AuditRecord::sequence).containsExactly(3L, 2L, 1L, 0L);
            assertThat(log.page(AuditQuery.ALL, 3, 10).records()).extracting(AuditRecord::kind)
                    .containsOnly(Entry.Erased.KIND);
        }
    }

    @Test
    void nothing_of_what_was_erased_is_left_in_the_files_of_the_index() throws IOException {
        try (AuditLog log = logs.open()) {
            log.page(AuditQuery.ALL.holding("stolen"), Long.MAX_VALUE, 10);
        }
        List<String> before = names(folder.resolve("log/search"));
        try (AuditLog log = logs.open()) {
            new Retention(log).expire(AUDITOR, 1);
            assertThat(names(folder.resolve("log/search"))).doesNotContainAnyElementsOf(
                    before.stream().filter(name -> !name.equals("write.lock")).toList());
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void an_erasure_is_recorded_and_what_it_says_stays_for_good() {
        expire(1);
        logs.at(400 * DAY);
        expire(1);

        try (AuditLog log = logs.open()) {
            List<AuditRecord> records = log.page(AuditQuery.ALL.ofKinds(Set.of("expired")), Long.MAX_VALUE, 10)
                    .records();
            assertThat(records).extracting(AuditRecord::user).containsOnly("aud");
            assertThat(((Entry.Expired) records.getLast().entry()).months())
                    .containsExactly(new Entry.ExpiredMonth("2026-11", 1, 4, 0, 3, List.of()));
        }
        assertThat(logs.verdict().finding()).isEmpty();
    }

    @Test
    void a_hold_on_a_user_keeps_those_records_until_it_is_lifted() {
        try (AuditLog log = logs.open()) {
            Retention retention = new Retention(log);
            Hold hold = retention.hold(AUDITOR, "case 7", onUser("ben"));
            Expiry done = retention.expire(AUDITOR, 1);
            assertThat(done.kept()).isEqualTo(1);
            assertThat(log.record(1).orElseThrow().isErased()).isTrue();
            assertThat(log.record(2).orElseThrow().entry()).isEqualTo(Entries.question("second stolen"));
            assertThat(retention.due(1).isEmpty()).isTrue();
            assertThat(hold.name()).isEqualTo("hold-1");
        }
        assertThat(logs.verdict().finding()).isEmpty();
        try (AuditLog log = logs.open()) {
            Retention retention = new Retention(log);
            assertThat(log.record(2).orElseThrow().isErased()).isFalse();
            assertThat(retention.lift(AUDITOR, "hold-2", "no such hold")).isEmpty();
            assertThat(retention.lift(AUDITOR, "hold-1", "case 7 closed")).isPresent();
            assertThat(retention.holds()).isEmpty();
            assertThat(retention.expire(AUDITOR, 1).released()).containsExactly(2L);
            assertThat(log.record(2).orElseThrow().isErased()).isTrue();
        }
        assertThat(logs.verdict().finding()).isEmpty();
    }

    @Test
    void a_hold_on_a_time_or_a_session_keeps_what_it_covers() {
        try (AuditLog log = logs.open()) {
            Retention retention = new Retention(log);
            retention.hold(AUDITOR, "case 8", new Hold.Scope(Optional.empty(), Optional.of("s-1"), Optional.empty(),
                    Optional.of(Instant.parse("2026-11-30T00:00:00Z"))));
            assertThat(retention.due(1).months().getFirst().kept()).containsExactly(1L);
            retention.hold(AUDITOR, "case 9", new Hold.Scope(Optional.empty(), Optional.empty(),
                    Optional.of(Instant.parse("2026-11-01T00:00:00Z")), Optional.empty()));
            assertThat(retention.due(1).isEmpty()).as("all of it is held").isTrue();
            assertThat(retention.due(1).held()).containsExactly("2026-11");
        }
    }

    @Test
    void a_hold_covers_what_is_recorded_about_a_user() {
        try (AuditLog log = logs.at(0).open()) {
            log.append(Optional.empty(), new Entry.SignInFailed("f-1", Instant.EPOCH, "ben", 3));
        }
        try (AuditLog log = logs.at(50 * DAY).open()) {
            Retention retention = new Retention(log);
            retention.hold(AUDITOR, "case 7", onUser("ben"));
            assertThat(retention.due(1).months().stream().flatMap(month -> month.kept().stream())).hasSize(2);
        }
    }

    @Test
    void a_destroyed_key_that_no_expiry_speaks_of_is_found() {
        logs.tampering().run("UPDATE content_key SET secret = NULL WHERE id = 1");
        assertFound(0);
    }

    @Test
    void a_deleted_key_is_found_as_well() {
        logs.tampering().run("DELETE FROM content_key WHERE id = 1");
        assertFound(0);
    }

    @Test
    void a_record_moved_to_an_erased_key_is_found() {
        expire(1);
        logs.tampering().run("UPDATE record SET key_id = 1 WHERE sequence = 5");
        assertFound(5);
    }

    @Test
    void a_moved_record_between_the_erased_ones_is_found() {
        logs.at(0).filled(20);
        logs.at(52 * DAY);
        expire(1);
        logs.tampering().run("UPDATE record SET key_id = 1"
                + " WHERE sequence = (SELECT MIN(sequence) FROM record WHERE key_id = 2)");

        assertThat(logs.verdict().finding().orElseThrow().change()).isEqualTo(Change.ERASURE);
    }

    @Test
    void a_held_record_whose_own_key_was_destroyed_is_found() {
        try (AuditLog log = logs.open()) {
            new Retention(log).hold(AUDITOR, "case 7", onUser("ben"));
            new Retention(log).expire(AUDITOR, 1);
        }
        logs.tampering().run("UPDATE content_key SET secret = NULL WHERE record = 2");
        assertFound(2);
    }

    @Test
    void an_erased_records_leaf_can_not_be_exchanged() {
        expire(1);
        logs.tampering().run("UPDATE record SET leaf = X'" + "ab".repeat(32) + "' WHERE sequence = 2");
        assertThat(logs.verdict().finding().orElseThrow().change()).isEqualTo(Change.EDIT);
    }

    @Test
    void an_erasure_that_was_recorded_and_interrupted_is_finished_at_the_next_opening() {
        try (AuditLog log = logs.open()) {
            log.append(Optional.of(AUDITOR), new Entry.Expired(1,
                    List.of(new Entry.ExpiredMonth("2026-11", 1, 4, 0, 3, List.of(2L))), List.of()));
            assertThat(log.record(1).orElseThrow().isErased()).isFalse();
        }
        try (AuditLog log = logs.open()) {
            assertThat(log.record(1).orElseThrow().isErased()).isTrue();
            assertThat(log.record(2).orElseThrow().isErased()).isFalse();
        }
        assertThat(logs.verdict().finding()).isEmpty();
    }

    @Test
    void an_expiry_before_its_time_is_found() {
        try (AuditLog log = logs.open()) {
            log.append(Optional.of(AUDITOR), new Entry.Expired(60,
                    List.of(new Entry.ExpiredMonth("2026-11", 1, 4, 0, 3, List.of())), List.of()));
        }
        logs.open().close();

        Finding finding = logs.verdict().finding().orElseThrow();
        assertThat(finding.change()).isEqualTo(Change.ERASURE);
        assertThat(finding.words()).contains("before their 60 months were over");
    }

    @Test
    void an_export_proves_erased_records_by_their_leaves() throws IOException {
        expire(1);
        Path file = folder.resolve("e.jsonl");
        try (AuditLog log = logs.open()) {
            new Exporter(log, AUDITOR).write(AuditQuery.ALL, Exporter.Format.JSONL, List.of(), file);
            assertThat(Files.readString(file)).contains("\"erased\":1,\"leaf\":").doesNotContain("second stolen");
            ExportVerdict verdict = verified(log, Files.readString(file));
            assertThat(verdict.finding()).isEmpty();
            assertThat(verdict.erased()).isEqualTo(4);
            String forged = Files.readString(file).replace(leafText(log, 1), leafText(log, 5));
            assertThat(verified(log, forged).finding().orElseThrow().change()).isEqualTo(Change.EDIT);
            new Exporter(log, AUDITOR).write(AuditQuery.ALL, Exporter.Format.CSV, List.of(), folder.resolve("e.csv"));
            assertThat(Files.readString(folder.resolve("e.csv"))).contains("1,,,,,,erased,");
            assertThat(new Exporter(log, AUDITOR).write(AuditQuery.ALL, Exporter.Format.PDF, List.of(),
                    folder.resolve("e.pdf"))).isPositive();
        }
    }

    private static String leafText(AuditLog log, long sequence) {
        return log.leaf(sequence).orElseThrow().base64();
    }

    private static ExportVerdict verified(AuditLog log, String export) {
        return new ExportVerification(Optional.of(log.key()), List.of())
                .verify(new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void what_was_erased_can_not_be_guessed_from_its_leaf() {
        AuditRecord said;
        try (AuditLog log = logs.openToRead()) {
            said = log.record(1).orElseThrow();
        }
        Hash leaf = leaf(1);
        RecordFormat format = new RecordFormat();

        assertThat(format.leaf(said)).isEqualTo(leaf);
        assertThat(format.leaf(new AuditRecord(said.sequence(), said.time(), said.workstation(), said.application(),
                said.who(), said.entry()))).as("all but the salt is known").isNotEqualTo(leaf);
        assertThat(said.salt()).as("128 bits in base 64").hasSize(22);
    }

    @Test
    void no_key_of_what_was_erased_is_left_in_the_database() {
        expire(1);
        assertThat(logs.tampering().numbers("SELECT id FROM content_key WHERE secret IS NOT NULL"))
                .doesNotContain(1L).isNotEmpty();
    }

    @Test
    void a_month_that_was_erased_can_be_written_in_again() {
        expire(1);
        try (AuditLog log = logs.at(DAY).open()) {
            log.append(Logs.TELLER, Entries.question("with a clock set back"));
        }
        assertThat(logs.verdict().finding()).isEmpty();
        logs.at(51 * DAY);
        expire(1);
        assertThat(logs.verdict().finding()).isEmpty();
    }

    @Test
    void only_an_auditor_erases_and_sets_holds() {
        try (AuditLog log = logs.open()) {
            Retention retention = new Retention(log);
            for (Role role : List.of(Role.TELLER, Role.PRESENTER, Role.ADMINISTRATOR)) {
                SignedIn who = new SignedIn("x", role, "s");
                assertThatExceptionOfType(NotPermittedException.class).isThrownBy(() -> retention.expire(who, 1));
                assertThatExceptionOfType(NotPermittedException.class)
                        .isThrownBy(() -> retention.hold(who, "r", onUser("ben")));
                assertThatExceptionOfType(NotPermittedException.class)
                        .isThrownBy(() -> retention.lift(who, "hold-1", "r"));
            }
        }
    }

    @Test
    void a_log_written_before_contents_had_keys_is_sealed_and_verifies() {
        Verdict before = logs.verdict();
        logs.tampering().unseal();

        Verdict after = logs.verdict();
        assertThat(after.finding()).isEmpty();
        assertThat(after.root()).isEqualTo(before.root());
        expire(1);
        try (AuditLog log = logs.open()) {
            assertThat(log.record(1).orElseThrow().isErased()).isTrue();
            assertThat(log.record(5).orElseThrow().entry()).isEqualTo(Entries.question("third stolen"));
        }
        assertThat(logs.verdict().finding()).isEmpty();
    }

    @Test
    void a_log_is_erased_year_after_year() {
        for (int year = 2; year <= 5; year++) {
            logs.at((year * 365 + 40 * year) * DAY);
            assertThat(expire(12).months()).as("year %d", year).isNotEmpty();
        }
        assertThat(logs.verdict().finding()).isEmpty();
    }

    private static Hold.Scope onUser(String name) {
        return new Hold.Scope(Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Expiry expire(int months) {
        try (AuditLog log = logs.open()) {
            return new Retention(log).expire(AUDITOR, months);
        }
    }

    private Hash leaf(long sequence) {
        try (AuditLog log = logs.openToRead()) {
            return log.leaf(sequence).orElseThrow();
        }
    }

    private void assertFound(long record) {
        Finding finding = logs.verdict().finding().orElseThrow();
        assertThat(finding.change()).as(finding.words()).isEqualTo(Change.ERASURE);
        assertThat(finding.first()).isEqualTo(record);
    }
}
