package bankassistant.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bankassistant.LogLines;
import bankassistant.audit.note.SignedCheckpoint;
import bankassistant.audit.note.SigningKey;
import bankassistant.audit.record.Entry;
import bankassistant.identity.NotPermittedException;
import bankassistant.identity.Role;
import bankassistant.identity.SignedIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way to alter a log leaves traces, and is called by its name. */
class VerificationTest {

    private static final int RECORDS = 20;

    @TempDir
    private Path folder;

    private Logs logs;
    private Path stick;

    @BeforeEach
    void a_log_with_checkpoints_on_a_stick() {
        stick = folder.resolve("stick");
        logs = new Logs(folder.resolve("log"), List.of(stick), 8).filled(RECORDS);
    }

    @Test
    void a_log_that_nobody_touched_is_verified() {
        Verdict verdict = logs.verdict();

        assertThat(verdict.finding()).isEmpty();
        assertThat(verdict.records()).isEqualTo(RECORDS);
    }

    @Test
    void an_edited_record_is_an_edit() {
        logs.tampering().edit(5, "question 5", "question 6");
        assertFound(Change.EDIT, 5);
    }

    @Test
    void an_edited_record_with_its_own_hash_made_anew_is_an_edit() {
        logs.tampering().edit(6, "question 6", "question 7");
        logs.tampering().rehash(6);

        Finding finding = logs.verdict().finding().orElseThrow();
        assertThat(finding.change()).isEqualTo(Change.EDIT);
        assertThat(finding.first()).isEqualTo(6);
        assertThat(finding.last()).isEqualTo(7);
    }

    @Test
    void an_edited_hash_is_an_edit() {
        logs.tampering().run("UPDATE record SET leaf = HASH('SHA-256', leaf) WHERE sequence = 9");
        assertFound(Change.EDIT, 9);
    }

    @Test
    void an_edited_node_is_an_edit() {
        logs.tampering().run("UPDATE record SET nodes = nodes || nodes WHERE sequence = 9");
        assertFound(Change.EDIT, 9);
    }

    @Test
    void a_deleted_record_is_a_deletion() {
        logs.tampering().run("DELETE FROM record WHERE sequence = 5");
        assertFound(Change.DELETION, 5);
    }

    @Test
    void a_deleted_record_is_a_deletion_even_when_the_others_are_renumbered() {
        logs.tampering().run("DELETE FROM record WHERE sequence = 5",
                "UPDATE record SET sequence = sequence - 1000 + 999 WHERE sequence > 5");
        assertFound(Change.DELETION, 5);
    }

    @Test
    void an_inserted_record_is_an_insertion() {
        logs.tampering().run("UPDATE record SET sequence = sequence + 1000 WHERE sequence > 5",
                "INSERT INTO record SELECT 6, leaf, nodes, content, key_id FROM record WHERE sequence = 4",
                "UPDATE record SET sequence = sequence - 999 WHERE sequence > 1000");
        Finding finding = logs.verdict().finding().orElseThrow();
        assertThat(finding.change()).isEqualTo(Change.INSERTION);
    }

    @Test
    void an_inserted_record_with_the_right_number_is_an_insertion() {
        logs.tampering().run("UPDATE record SET sequence = sequence + 1000 WHERE sequence > 5",
                "INSERT INTO record SELECT 6, leaf, nodes, content, key_id FROM record WHERE sequence = 4",
                "UPDATE record SET sequence = sequence - 999 WHERE sequence > 1000");
        logs.tampering().edit(6, "\"sequence\":4", "\"sequence\":6");
        assertFound(Change.INSERTION, 6);
    }

    @Test
    void exchanged_records_are_a_reordering() {
        logs.tampering().run("UPDATE record SET sequence = 1006 WHERE sequence = 6",
                "UPDATE record SET sequence = 6 WHERE sequence = 12",
                "UPDATE record SET sequence = 12 WHERE sequence = 1006");
        assertFound(Change.REORDERING, 6);
    }

    @Test
    void exchanged_neighbours_are_a_reordering() {
        logs.tampering().run("UPDATE record SET sequence = 1018 WHERE sequence = 18",
                "UPDATE record SET sequence = 18 WHERE sequence = 19",
                "UPDATE record SET sequence = 19 WHERE sequence = 1018");
        assertFound(Change.REORDERING, 18);
    }

    @Test
    void records_cut_off_at_the_end_are_a_truncation() {
        logs.tampering().run("DELETE FROM record WHERE sequence >= 15");
        assertFound(Change.TRUNCATION, 15);
    }

    @Test
    void an_older_file_is_a_rollback() throws IOException {
        Path old = folder.resolve("old");
        Files.copy(file(), old);
        logs.at(60).filled(RECORDS + 5);
        Files.copy(old, file(), StandardCopyOption.REPLACE_EXISTING);

        assertFound(Change.ROLLBACK, RECORDS);
        assertThatExceptionOfType(AuditException.class).isThrownBy(logs::open)
                .matches(e -> e.problem() == AuditException.Problem.ALTERED);
    }

    @Test
    void an_older_file_that_was_written_on_is_a_rollback() throws IOException {
        Path old = folder.resolve("old");
        Files.copy(file(), old);
        logs.at(60).filled(RECORDS + 5);
        Files.copy(old, file(), StandardCopyOption.REPLACE_EXISTING);
        Logs elsewhere = new Logs(logs.place.folder());
        deleteCheckpoints();
        elsewhere.at(120).filled(RECORDS + 9);

        assertFound(Change.ROLLBACK, RECORDS);
    }

    @Test
    void records_written_anew_with_all_hashes_do_not_agree_with_the_checkpoints() {
        logs.tampering().edit(10, "question 10", "question 99");
        logs.tampering().rebuild();

        Finding finding = logs.verdict().finding().orElseThrow();
        assertThat(finding.change()).isEqualTo(Change.REWRITING);
        assertThat(finding.first()).isEqualTo(8);
        assertThat(finding.last()).isEqualTo(15);
    }

    @Test
    void records_written_anew_with_hashes_and_checkpoints_do_not_agree_with_the_stick() throws IOException {
        logs.tampering().edit(10, "question 10", "question 99");
        logs.tampering().rebuild();
        logs.tampering().run("DELETE FROM checkpoint");
        deleteCheckpoints();

        Logs alone = new Logs(logs.place.folder());
        assertThat(alone.verdict().verified()).as("nothing outside speaks for it").isTrue();
        assertThat(logs.verdict().finding().orElseThrow().change()).isEqualTo(Change.REWRITING);
    }

    @Test
    void checkpoints_that_are_gone_beside_the_store_are_told_of() throws IOException {
        deleteCheckpoints();

        Finding finding = logs.verdict().finding().orElseThrow();
        assertThat(finding.change()).isEqualTo(Change.COPIES);
        assertThat(finding.first()).as("no record is concerned").isEqualTo(-1);
        assertThat(finding.words()).contains("3 of 3");
    }

    @Test
    void one_copy_that_is_gone_is_told_of_also_when_the_log_is_written_on() throws IOException {
        Files.delete(copies().getFirst());
        logs.at(60).filled(RECORDS + 5);

        assertThat(logs.verdict().finding().orElseThrow().words()).contains("1 of 4");
    }

    @Test
    void opening_a_log_whose_copies_are_gone_says_so_in_the_log_file() throws IOException {
        deleteCheckpoints();
        try (LogLines warnings = new LogLines(AuditLog.class.getName()); AuditLog _ = logs.open()) {
            assertThat(warnings.messages()).anyMatch(line -> line.contains("3 of 3 copies of checkpoints"));
        }
    }

    @Test
    void copies_are_written_again_by_an_auditor_and_a_record_says_so() throws IOException {
        deleteCheckpoints();
        SignedIn auditor = new SignedIn("aud", Role.AUDITOR, "s-1");
        try (AuditLog log = logs.at(60).open()) {
            assertThatExceptionOfType(NotPermittedException.class).isThrownBy(() -> log.copyAgain(Logs.TELLER.get()));
            assertThat(log.copyAgain(auditor)).isEqualTo(3);
            assertThat(log.setting("checkpoint_copies")).contains("written again");
            assertThat(log.copyAgain(auditor)).isZero();
        }
        assertThat(logs.verdict().finding()).isEmpty();
    }

    @Test
    void a_copy_that_could_never_be_written_is_not_missed() throws IOException {
        deleteCheckpoints();
        Logs other = new Logs(folder.resolve("other"));
        Files.createDirectories(other.place.folder());
        Files.writeString(other.place.checkpoints(), "a file where the folder should be");
        other.filled(9);

        assertThat(other.verdict().finding()).isEmpty();
    }

    @Test
    void copies_of_before_they_were_counted_are_not_missed() throws IOException {
        logs.tampering().run("ALTER TABLE checkpoint DROP COLUMN copied", "DELETE FROM migration WHERE version > 3");
        deleteCheckpoints();

        assertThat(logs.verdict().finding()).isEmpty();
        logs.at(60).filled(RECORDS + 5);
        assertThat(logs.verdict().finding()).isEmpty();
        deleteCheckpoints();
        assertThat(logs.verdict().finding().orElseThrow().change()).as("later ones are").isEqualTo(Change.COPIES);
    }

    @Test
    void an_edited_checkpoint_is_found() {
        logs.tampering().run("UPDATE checkpoint SET note = REPLACE(note, 'time 2026', 'time 2025') WHERE size = 8");
        assertThat(logs.verdict().finding().orElseThrow().change()).isEqualTo(Change.CHECKPOINT);
    }

    @Test
    void a_store_with_another_key_does_not_pass_for_the_one_on_the_stick() {
        SigningKey other = SigningKey.random("other");
        logs.tampering().run("UPDATE signing_key SET private_key = X'" + HexFormat.of().formatHex(other.pkcs8())
                + "', public_key = '" + other.verifying().text() + "'", "DELETE FROM checkpoint");

        assertThat(verdictWith(newestOfStick()).finding().orElseThrow().change()).isEqualTo(Change.CHECKPOINT);
    }

    @Test
    void a_log_that_does_not_agree_with_itself_is_not_written_on() {
        logs.tampering().run("DELETE FROM record WHERE sequence = 5");

        assertThatExceptionOfType(AuditException.class).isThrownBy(logs::open)
                .matches(e -> e.problem() == AuditException.Problem.ALTERED);
        try (AuditLog log = logs.openToRead()) {
            assertThat(log.refusal()).isPresent();
            assertThatExceptionOfType(AuditException.class).as("nor signed").isThrownBy(log::checkpoint);
            assertThatExceptionOfType(AuditException.class)
                    .isThrownBy(() -> log.append(Logs.TELLER, new Entry.SignOut()));
        }
    }

    @Test
    void a_log_that_is_read_in_many_pieces_is_verified_in_order() {
        Logs large = new Logs(folder.resolve("large"));
        try (AuditLog log = large.open()) {
            log.append(Logs.TELLER, IntStream.range(0, 21_000).mapToObj(i -> (Entry) new Entry.Locked("l" + i))
                    .toList());
        }
        Verdict verdict = large.verdict();
        assertThat(verdict.finding()).isEmpty();
        assertThat(verdict.records()).isEqualTo(21_002);

        large.tampering().run("DELETE FROM record WHERE sequence = 15000");
        Finding finding = large.verdict().finding().orElseThrow();
        assertThat(finding.change()).isEqualTo(Change.DELETION);
        assertThat(finding.first()).isEqualTo(15_000);
    }

    @Test
    void a_verification_can_be_stopped() {
        try (AuditLog log = logs.openToRead()) {
            assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> log.verify(List.of(), _ -> false));
        }
    }

    private void assertFound(Change change, long record) {
        Finding finding = logs.verdict().finding().orElseThrow();
        assertThat(finding.change()).as(finding.words()).isEqualTo(change);
        assertThat(finding.first()).isEqualTo(record);
    }

    private Verdict verdictWith(SignedCheckpoint external) {
        try (AuditLog log = new Logs(logs.place.folder()).openToRead()) {
            return log.verify(List.of(external), Verification.Progress.NONE);
        }
    }

    private SignedCheckpoint newestOfStick() {
        try (Stream<Path> stores = Files.list(stick)) {
            return new Witness(stick).newest(stores.findFirst().orElseThrow().getFileName().toString(),
                    _ -> true).orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<Path> copies() throws IOException {
        try (Stream<Path> files = Files.walk(logs.place.checkpoints())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void deleteCheckpoints() throws IOException {
        try (Stream<Path> files = Files.walk(logs.place.checkpoints())) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private Path file() {
        return logs.place.folder().resolve("records.mv.db");
    }
}
