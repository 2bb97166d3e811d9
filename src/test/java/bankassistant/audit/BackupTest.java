package bankassistant.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bankassistant.audit.record.AuditQuery;
import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entries;
import bankassistant.audit.record.Entry;
import bankassistant.identity.NotPermittedException;
import bankassistant.identity.Role;
import bankassistant.identity.SignedIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

    private static final SignedIn AUDITOR = new SignedIn("aud", Role.AUDITOR, "s-1");
    private static final SignedIn ADMINISTRATOR = new SignedIn("adm", Role.ADMINISTRATOR, "s-2");

    @TempDir
    private Path folder;

    @Test
    void a_backup_of_the_log_in_use_is_restored_where_the_log_was_lost() throws IOException {
        Logs logs = new Logs(folder.resolve("log"));
        Path zip = folder.resolve("b.zip");
        try (AuditLog log = logs.open()) {
            log.append(Logs.TELLER, Entries.question("kept"));
            log.append(Logs.TELLER, new Entry.Stopped());
            log.backUp(zip);
        }
        Logs elsewhere = new Logs(folder.resolve("new"));

        assertThat(restoring(elsewhere).restore(zip, Logs.TELLER.get(), Optional.empty())).isEqualTo(3);
        try (AuditLog log = elsewhere.openToRead()) {
            assertThat(log.record(1).orElseThrow().entry()).isEqualTo(Entries.question("kept"));
            assertThat(log.record(4).orElseThrow().entry()).isInstanceOf(Entry.Restored.class);
        }
        assertThat(elsewhere.verdict().finding()).isEmpty();
        assertThat(elsewhere.verdict().restored()).as("nothing was given up").isEmpty();
    }

    @Test
    void copies_of_checkpoints_come_with_a_backup_to_another_machine() throws IOException {
        Logs logs = new Logs(folder.resolve("log"), List.of(), 4).filled(12);
        Path zip = folder.resolve("b.zip");
        try (AuditLog log = logs.open()) {
            log.backUp(zip);
        }
        Logs elsewhere = new Logs(folder.resolve("new"));
        restoring(elsewhere).restore(zip, AUDITOR, Optional.empty());
        try (AuditLog log = elsewhere.at(200).open()) {
            assertThat(log.verify(List.of(), Verification.Progress.NONE).finding()).isEmpty();
        }
        delete(elsewhere.place.checkpoints());
        assertThat(elsewhere.verdict().finding().orElseThrow().change()).isEqualTo(Change.COPIES);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void what_a_failure_left_of_the_store_that_was_there_is_not_done_to_the_restored_one() throws IOException {
        Logs logs = new Logs(folder.resolve("log")).filled(5);
        Path journal = folder.resolve("log/records.mv.db.journal");
        Path zip = folder.resolve("b.zip");
        try (AuditLog log = logs.open()) {
            log.backUp(zip);
            log.append(Logs.TELLER, Entries.question("after it"));
            Files.copy(journal, folder.resolve("left"));
        }
        Files.delete(folder.resolve("log/records.mv.db"));
        Files.move(folder.resolve("left"), journal, StandardCopyOption.REPLACE_EXISTING);

        restoring(logs).restore(zip, AUDITOR, Optional.of(ADMINISTRATOR));
        assertThat(journal).as("belongs to the file that is gone").doesNotExist();
        assertThat(logs.verdict().finding()).isEmpty();
    }

    @Test
    void a_backup_older_than_a_known_checkpoint_is_refused() throws IOException {
        Logs logs = new Logs(folder.resolve("log"));
        Path zip = folder.resolve("b.zip");
        try (AuditLog log = logs.open()) {
            log.backUp(zip);
            log.append(Logs.TELLER, Entries.question("lost if it were restored"));
        }
        Files.delete(folder.resolve("log").resolve("records.mv.db"));

        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(() -> restoring(logs).restore(zip, Logs.TELLER.get(), Optional.empty()))
                .withMessageContaining("It is not restored");
        assertThat(folder.resolve("log").resolve("records.mv.db")).doesNotExist();
    }

    @Test
    void a_backup_older_than_the_log_itself_is_refused_and_the_log_stays() throws IOException {
        Logs logs = new Logs(folder.resolve("log")).filled(5);
        Path zip = folder.resolve("b.zip");
        try (AuditLog log = logs.open()) {
            log.backUp(zip);
        }

        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(() -> restoring(logs).restore(zip, Logs.TELLER.get(), Optional.empty()));
        assertThat(logs.verdict().verified()).isTrue();
    }

    @Test
    void an_older_backup_is_restored_where_an_auditor_and_an_administrator_agree() throws IOException {
        Path stick = Files.createDirectory(folder.resolve("stick"));
        Logs logs = new Logs(folder.resolve("log"), List.of(stick), 4).filled(5);
        Path zip = backedUpAndWrittenOn(logs);

        assertThat(restoring(logs).restore(zip, AUDITOR, Optional.of(ADMINISTRATOR))).isEqualTo(6);
        logs.at(200);
        try (AuditLog log = logs.open()) {
            AuditRecord restored = log.page(AuditQuery.ALL.ofKinds(Set.of("restored")), Long.MAX_VALUE, 1).records()
                    .getFirst();
            assertThat(((Entry.Restored) restored.entry()).acceptedBy()).containsExactly("aud", "adm");
            assertThat(((Entry.Restored) restored.entry()).knownSize()).isEqualTo(12);
            log.append(Logs.TELLER, Entries.question("after it"));
        }
        logs.filled(30);
        Verdict verdict = logs.verdict();
        assertThat(verdict.finding()).isEmpty();
        assertThat(verdict.givenUp()).as("the stick still tells of what was lost").isPositive();
        assertThat(verdict.external()).isPositive();
        assertThat(verdict.restored()).singleElement().satisfies(loss -> {
            assertThat(loss.records()).isEqualTo(6);
            assertThat(loss.first()).isEqualTo(6);
            assertThat(loss.agreedBy()).containsExactly("aud", "adm");
            assertThat(loss.record()).isEqualTo(8);
        });
    }

    @Test
    void what_was_given_up_does_not_excuse_a_rollback_that_came_later() throws IOException {
        Path stick = Files.createDirectory(folder.resolve("stick"));
        Logs logs = new Logs(folder.resolve("log"), List.of(stick), 4).filled(5);
        Path zip = backedUpAndWrittenOn(logs);
        restoring(logs).restore(zip, AUDITOR, Optional.of(ADMINISTRATOR));
        Path old = Files.copy(folder.resolve("log/records.mv.db"), folder.resolve("old"));
        logs.at(200).filled(40);
        Files.copy(old, folder.resolve("log/records.mv.db"), StandardCopyOption.REPLACE_EXISTING);

        assertThat(logs.verdict().finding().orElseThrow().change()).isEqualTo(Change.ROLLBACK);
    }

    @Test
    void one_person_alone_or_two_of_one_role_do_not_agree() throws IOException {
        Logs logs = new Logs(folder.resolve("log")).filled(5);
        Path zip = backedUpAndWrittenOn(logs);
        SignedIn second = new SignedIn("aud2", Role.AUDITOR, "s-3");
        SignedIn same = new SignedIn("aud", Role.ADMINISTRATOR, "s-4");
        SignedIn teller = new SignedIn("ana", Role.TELLER, "s-5");

        for (SignedIn other : List.of(AUDITOR, second, same)) {
            assertThatExceptionOfType(AuditException.class)
                    .isThrownBy(() -> restoring(logs).restore(zip, AUDITOR, Optional.of(other)))
                    .matches(e -> e.problem() == AuditException.Problem.REFUSED);
        }
        assertThatExceptionOfType(NotPermittedException.class)
                .isThrownBy(() -> restoring(logs).restore(zip, AUDITOR, Optional.of(teller)));
        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(() -> restoring(logs).restore(zip, AUDITOR, Optional.empty()))
                .matches(e -> e.problem() == AuditException.Problem.OLDER);
        assertThat(logs.verdict().verified()).isTrue();
        assertThat(logs.verdict().records()).as("nothing was exchanged").isEqualTo(12);
    }

    /** A backup of the log with 6 records, which then gets 12. */
    private Path backedUpAndWrittenOn(Logs logs) {
        Path zip = folder.resolve("b.zip");
        try (AuditLog log = logs.at(60).open()) {
            log.backUp(zip);
        }
        logs.at(100).filled(12);
        return zip;
    }

    @Test
    void what_is_no_backup_is_refused() throws IOException {
        Logs logs = new Logs(folder.resolve("log"));
        Path file = Files.writeString(folder.resolve("no.zip"), "no zip");

        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(() -> restoring(logs).restore(file, Logs.TELLER.get(), Optional.empty()))
                .withMessageContaining("no backup");
    }

    private static Restoring restoring(Logs logs) {
        return new Restoring(logs.place, Logs.key(1), Logs.STATION, Clock.systemUTC());
    }
}
