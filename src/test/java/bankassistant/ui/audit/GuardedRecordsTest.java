package bankassistant.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankassistant.identity.NotPermittedException;
import bankassistant.identity.Role;
import bankassistant.identity.Session;
import bankassistant.identity.Sessions;
import bankassistant.identity.SignInException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuardedRecordsTest {

    @TempDir
    Path folder;

    private final AtomicInteger opened = new AtomicInteger();
    private final FakeRecords all = new FakeRecords(100);

    @Test
    void an_auditor_reads_verifies_and_exports() throws IOException {
        GuardedRecords records = records(Sessions.of(Role.AUDITOR));
        for (ThrowingCallable each : acts(records).values()) {
            assertThat(each).satisfies(act -> assertThatNothingIsThrown(act));
        }
        assertThat(opened).as("times opened").hasValue(1);
    }

    @ParameterizedTest
    @EnumSource(names = "AUDITOR", mode = EnumSource.Mode.EXCLUDE)
    void nobody_else_gets_anything_and_nothing_is_opened_for_them(Role role) {
        acts(records(Sessions.of(role))).forEach((name, act) -> assertThatThrownBy(act).as(name)
                .isInstanceOf(NotPermittedException.class));
        assertThat(opened).hasValue(0);
    }

    @Test
    void nothing_is_read_once_the_auditor_has_locked_or_left() {
        Session session = Sessions.of(Role.AUDITOR);
        GuardedRecords records = records(session);
        records.size();
        session.lock();

        acts(records).forEach((name, act) -> assertThatThrownBy(act).as(name).isInstanceOf(SignInException.class));
    }

    @Test
    void a_log_that_could_not_be_opened_is_tried_again() {
        GuardedRecords records = new GuardedRecords(Sessions.of(Role.AUDITOR), () -> {
            if (opened.incrementAndGet() == 1) {
                throw new IOException("in use");
            }
            return all;
        });

        assertThatThrownBy(records::size).isInstanceOf(UncheckedIOException.class);
        assertThat(records.size()).isEqualTo(100);
    }

    private GuardedRecords records(Session session) {
        return new GuardedRecords(session, () -> {
            opened.incrementAndGet();
            return all;
        });
    }

    private Map<String, ThrowingCallable> acts(GuardedRecords records) {
        return Map.of("alarm", records::alarm, "size", records::size, "read", () -> records.read(List.of(1L)),
                "before", () -> records.before(RecordQuery.ALL, Long.MAX_VALUE), "proofs",
                () -> records.proofs(List.of()), "open", () -> records.open(all.read(List.of(1L)).getFirst()),
                "choices", records::choices, "verify", () -> records.verify(_ -> true), "export",
                () -> records.export(RecordQuery.ALL, ExportFormat.CSV, folder.resolve("out.csv"), _ -> true));
    }

    private static void assertThatNothingIsThrown(ThrowingCallable act) {
        org.assertj.core.api.Assertions.assertThatCode(act).doesNotThrowAnyException();
    }
}
