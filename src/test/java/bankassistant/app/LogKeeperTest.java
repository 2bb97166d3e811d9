package bankassistant.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankassistant.audit.AuditException;
import bankassistant.audit.AuditLog;
import bankassistant.audit.Logs;
import bankassistant.audit.record.AuditQuery;
import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import bankassistant.identity.Role;
import bankassistant.identity.Session;
import bankassistant.identity.Sessions;
import bankassistant.identity.SignInException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has the audit log when, in one window. */
class LogKeeperTest {

    @TempDir
    Path folder;

    private final LogKeeper keeper = new LogKeeper(this::open, LogKeeperTest::greet, InstantSource.system());

    @AfterEach
    void close() {
        keeper.close();
    }

    @Test
    void who_leaves_hands_the_log_over_with_everything_recorded() throws IOException {
        Session teller = Sessions.of(Role.TELLER);
        keeper.openFor(teller);
        assertThatThrownBy(() -> open(teller)).isInstanceOfSatisfying(AuditException.class,
                refused -> assertThat(refused.problem()).isEqualTo(AuditException.Problem.IN_USE));
        keeper.release(teller);

        Session auditor = Sessions.of(Role.AUDITOR);
        try (AuditLog elsewhere = open(auditor)) {
            assertThat(kinds(elsewhere)).endsWith("started", "sign_in", "sign_out", "stopped", "started");
        }
        assertThat(kinds(keeper.openFor(auditor))).endsWith("started", "sign_in");
    }

    @Test
    void asked_again_by_the_same_person_the_log_stays_as_it_is() throws IOException {
        Session teller = Sessions.of(Role.TELLER);
        AuditLog log = keeper.openFor(teller);

        assertThat(keeper.openFor(teller)).isSameAs(log);
        assertThat(kinds(log)).containsOnlyOnce("sign_in");
    }

    @Test
    void an_administrator_leaves_nothing_and_opens_nothing() {
        Session administrator = Sessions.of(Role.ADMINISTRATOR);

        assertThatThrownBy(() -> keeper.openFor(administrator)).isInstanceOf(RefusedException.class);
        keeper.release(administrator);
        assertThat(administrator.hasEnded()).isTrue();
        assertThatThrownBy(keeper::open).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothing_opens_for_who_has_locked_the_assistant() {
        Session teller = Sessions.of(Role.TELLER);
        teller.lock();

        assertThatThrownBy(() -> keeper.openFor(teller)).isInstanceOf(SignInException.class);
    }

    @Test
    void what_the_application_does_while_nobody_is_there_is_recorded_when_somebody_comes() throws IOException {
        keeper.note(new Entry.IndexBuilt(Map.of("cards", "00")));
        AuditLog log = keeper.openFor(Sessions.of(Role.TELLER));
        keeper.note(new Entry.ModelLoaded("model", Map.of()));

        assertThat(kinds(log)).endsWith("started", "sign_in", "index_built", "model_loaded");
    }

    @Test
    void the_log_is_closed_again_where_the_sign_in_cannot_be_recorded() throws IOException {
        LogKeeper refusing = new LogKeeper(this::open, (_, _) -> {
            throw new IOException("no");
        }, InstantSource.system());
        Session teller = Sessions.of(Role.TELLER);

        assertThatThrownBy(() -> refusing.openFor(teller)).isInstanceOf(IOException.class);
        assertThat(kinds(keeper.openFor(teller))).contains("sign_in");
    }

    private AuditLog open(Session session) {
        return open(session.fileKey().orElseThrow());
    }

    private AuditLog open(bankassistant.identity.FileKey key) {
        return AuditLog.openWhereSound(new Logs(folder).place, key, Logs.STATION, Clock.systemUTC());
    }

    private static void greet(AuditLog log, Session session) {
        log.append(Optional.of(session.who()), new Entry.SignIn(0));
        session.whenLockedOrEnded(() -> log.append(Optional.of(session.who()), new Entry.SignOut()));
    }

    private static List<String> kinds(AuditLog log) {
        return log.page(AuditQuery.ALL, Long.MAX_VALUE, 100).records().reversed().stream().map(AuditRecord::kind)
                .toList();
    }
}
