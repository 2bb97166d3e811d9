package bankassistant.app;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.audit.AuditLog;
import bankassistant.audit.Logs;
import bankassistant.audit.record.AuditQuery;
import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import bankassistant.identity.Identity;
import bankassistant.identity.Password;
import bankassistant.identity.Role;
import bankassistant.identity.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
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

    private static List<AuditRecord> of(AuditLog log, String kind) {
        return log.page(AuditQuery.ALL, Long.MAX_VALUE, 100).records().stream()
                .filter(record -> record.kind().equals(kind)).toList();
    }

    private static Session signIn(Identity identity, Role role) throws IOException {
        return identity.signIn(DemoUsers.of(role).name(),
                Password.of(DemoUsers.of(role).password().toCharArray()));
    }
}
