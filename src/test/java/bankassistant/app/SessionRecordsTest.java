package bankassistant.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import bankassistant.audit.AuditLog;
import bankassistant.audit.Logs;
import bankassistant.audit.record.AuditQuery;
import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import bankassistant.identity.Identity;
import bankassistant.identity.NotPermittedException;
import bankassistant.identity.Password;
import bankassistant.identity.Permission;
import bankassistant.identity.Role;
import bankassistant.identity.Session;
import bankassistant.identity.SignInException;
import bankassistant.identity.SignedIn;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator did stands in the records once somebody comes who holds the store's key. */
class SessionRecordsTest {

    @TempDir
    Path folder;

    @Test
    @SuppressWarnings("try") // signs out while the log is open
    void settings_and_users_that_an_administrator_changed_are_recorded_once_under_their_name() throws IOException {
        Path users = folder.resolve("identity");
        DemoUsers.prepare(users);
        Identity identity = new Identity(users, InstantSource.system(), new SecureRandom());
        try (Session administrator = signIn(identity, Role.ADMINISTRATOR)) {
            AdministeredUsers accounts = new AdministeredUsers(identity, administrator);
            accounts.idleMinutes(7);
            accounts.disable("presenter");
        }

        try (Session teller = signIn(identity, Role.TELLER)) {
            try (AuditLog log = AuditLog.open(new Logs(folder.resolve("audit")).place,
                    teller.fileKey().orElseThrow(), Logs.STATION, Clock.systemUTC())) {
                new SessionRecords(log, identity).began(teller);
                assertThat(of(log, "settings_changed")).singleElement().satisfies(record -> {
                    assertThat(record.user()).isEqualTo("administrator");
                    assertThat(record.entry()).isEqualTo(new Entry.SettingsChanged("idle_lock_minutes", "5", "7"));
                });
                assertThat(of(log, "user_changed")).extracting(AuditRecord::entry).extracting(
                        entry -> ((Entry.UserChanged) entry).change()).contains("user_disabled");

                new SessionRecords(log, identity).began(teller);
                assertThat(of(log, "settings_changed")).hasSize(1);
                teller.close();
            }
        }
    }

    @Test
    @SuppressWarnings("try") // signs out while the log is open
    void what_waited_stands_under_who_did_it_and_not_under_who_came_next() throws IOException {
        Path users = folder.resolve("identity");
        DemoUsers.prepare(users);
        String administrators;
        try (Session administrator = signIn(identity(users), Role.ADMINISTRATOR)) {
            administrators = administrator.who().session();
            new AdministeredUsers(identity(users), administrator).disable("presenter");
        }
        assertThatThrownBy(() -> identity(users).signIn("auditor", Password.of("wrong".toCharArray())))
                .isInstanceOf(SignInException.class);
        assertThatThrownBy(() -> identity(users).signIn("nobody", Password.of("wrong".toCharArray())))
                .isInstanceOf(SignInException.class);

        Identity anotherProcess = identity(users);
        try (Session teller = signIn(anotherProcess, Role.TELLER); AuditLog log = log(teller)) {
            new SessionRecords(log, anotherProcess).began(teller);

            assertThat(of(log, "user_changed")).filteredOn(record -> change(record).equals("user_disabled"))
                    .extracting(AuditRecord::who).containsExactly(
                            Optional.of(new SignedIn("administrator", Role.ADMINISTRATOR, administrators)));
            assertThat(of(log, "user_changed")).filteredOn(record -> change(record).equals("signed_in"))
                    .extracting(AuditRecord::who).contains(
                            Optional.of(new SignedIn("administrator", Role.ADMINISTRATOR, administrators)));
            assertThat(of(log, "sign_in_failed")).extracting(AuditRecord::who).containsExactly(Optional.empty(),
                    Optional.of(new SignedIn("auditor", Role.AUDITOR, "")));
            assertThat(of(log, "sign_in")).extracting(AuditRecord::user).containsExactly("teller");
            assertThat(of(log, "sign_in").getFirst().happened()).isEmpty();
            assertThat(of(log, "user_changed")).allSatisfy(record -> assertThat(record.happened())
                    .contains(((Entry.UserChanged) record.entry()).at().truncatedTo(ChronoUnit.MILLIS)));
            teller.close();
        }
    }

    @Test
    @SuppressWarnings("try") // signs out while the log is open
    void what_an_administrator_was_refused_stands_under_their_name_with_its_time() throws IOException {
        Path users = folder.resolve("identity");
        DemoUsers.prepare(users);
        try (Session administrator = signIn(identity(users), Role.ADMINISTRATOR)) {
            assertThatThrownBy(() -> administrator.require(Permission.READ_ALL_RECORDS))
                    .isInstanceOf(NotPermittedException.class);
        }

        Identity anotherProcess = identity(users);
        try (Session teller = signIn(anotherProcess, Role.TELLER); AuditLog log = log(teller)) {
            SessionRecords records = new SessionRecords(log, anotherProcess);
            records.began(teller);
            assertThatThrownBy(() -> teller.require(Permission.CHANGE_SETTINGS))
                    .isInstanceOf(NotPermittedException.class);
            records.recordWaiting(teller);
            records.recordWaiting(teller);

            assertThat(of(log, "refused")).extracting(AuditRecord::user, record -> record.who().orElseThrow().role(),
                    record -> ((Entry.Refused) record.entry()).tried()).containsExactly(
                            tuple("teller", Role.TELLER, "change_settings"),
                            tuple("administrator", Role.ADMINISTRATOR, "read_all_records"));
            assertThat(of(log, "refused")).allSatisfy(record -> assertThat(record.happened()).isPresent());
            teller.close();
        }
    }

    private static String change(AuditRecord record) {
        return ((Entry.UserChanged) record.entry()).change();
    }

    private static Identity identity(Path users) {
        return new Identity(users, InstantSource.system(), new SecureRandom());
    }

    private AuditLog log(Session session) {
        return AuditLog.open(new Logs(folder.resolve("audit")).place, session.fileKey().orElseThrow(), Logs.STATION,
                Clock.systemUTC());
    }

    private static List<AuditRecord> of(AuditLog log, String kind) {
        return log.page(AuditQuery.ALL, Long.MAX_VALUE, 100).records().stream()
                .filter(record -> record.kind().equals(kind)).toList();
    }

    private static Session signIn(Identity identity, Role role) throws IOException {
        return identity.signIn(DemoUsers.of(role).name(),
                Password.of(DemoUsers.of(role).password().toCharArray()));
    }
}
