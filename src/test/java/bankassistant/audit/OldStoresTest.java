package bankassistant.audit;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.audit.record.AuditQuery;
import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import bankassistant.identity.Role;
import bankassistant.identity.SignedIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a restored backup leaves beside the log is deleted when all in it is older than records are kept. */
class OldStoresTest {

    private static final SignedIn AUDITOR = new SignedIn("aud", Role.AUDITOR, "s-9");
    private static final Instant NOVEMBER = Instant.parse("2026-11-23T09:00:00Z");
    private static final long DAY = 86_400;

    @TempDir
    private Path folder;

    private Logs logs;

    /** Restored in November; then it is January. */
    @BeforeEach
    void a_log_whose_backup_was_restored() throws IOException {
        logs = new Logs(folder.resolve("log")).filled(4);
        Path zip = folder.resolve("b.zip");
        try (AuditLog log = logs.at(60).open()) {
            log.append(Logs.TELLER, new Entry.Stopped());
            log.backUp(zip);
        }
        new Restoring(logs.place, Logs.key(1), Logs.STATION, Clock.fixed(NOVEMBER, ZoneOffset.UTC)).restore(zip,
                AUDITOR, Optional.of(new SignedIn("adm", Role.ADMINISTRATOR, "s-2")));
        logs.at(50 * DAY);
    }

    @Test
    void a_restored_backup_leaves_what_was_there_and_when() {
        assertThat(stores()).singleElement().satisfies(store -> {
            assertThat(store.movedAside()).isEqualTo(NOVEMBER);
            assertThat(store.file()).exists();
        });
        assertThat(OldStore.in(folder.resolve("none"))).isEmpty();
    }

    @Test
    void it_stays_until_its_time_is_over() {
        try (AuditLog log = logs.open()) {
            assertThat(new Retention(log).expire(AUDITOR, 2).oldStores()).isEmpty();
        }
        assertThat(stores()).hasSize(1);
    }

    @Test
    void it_is_deleted_afterwards_and_that_is_recorded_for_good() {
        String name = stores().getFirst().name();
        try (AuditLog log = logs.open()) {
            assertThat(new Retention(log).due(1).oldStores()).hasSize(1);
            assertThat(stores()).as("looking at what is due deletes nothing").hasSize(1);
            new Retention(log).expire(AUDITOR, 1);

            assertThat(stores()).isEmpty();
            assertThat(deletions(log)).singleElement().satisfies(record -> {
                assertThat(record.user()).isEqualTo("aud");
                assertThat(record.entry()).isEqualTo(new Entry.OldStoreDeleted(name, NOVEMBER, 1));
            });
            assertThat(new Retention(log).expire(AUDITOR, 1).isEmpty()).isTrue();
        }
        try (AuditLog log = logs.at(500 * DAY).open()) {
            new Retention(log).expire(AUDITOR, 1);
            assertThat(deletions(log)).as("kept though its month was erased").hasSize(1);
        }
        assertThat(logs.verdict().verified()).isTrue();
    }

    @Test
    void a_hold_that_may_cover_something_in_it_keeps_it() {
        try (AuditLog log = logs.open()) {
            Retention retention = new Retention(log);
            retention.hold(AUDITOR, "case 7", scope(NOVEMBER.plusSeconds(1)));
            assertThat(retention.due(1).oldStores()).as("on what came later").hasSize(1);
            Hold hold = retention.hold(AUDITOR, "case 8",
                    new Hold.Scope(Optional.of("ana"), Optional.empty(), Optional.empty(), Optional.empty()));

            assertThat(retention.expire(AUDITOR, 1).heldStores()).hasSize(1);
            assertThat(stores()).hasSize(1);
            retention.lift(AUDITOR, hold.name(), "closed");
            retention.expire(AUDITOR, 1);
            assertThat(stores()).isEmpty();
        }
    }

    @Test
    void what_was_recorded_and_not_done_is_done_at_the_next_opening() {
        String name = stores().getFirst().name();
        try (AuditLog log = logs.open()) {
            log.append(Optional.of(AUDITOR), new Entry.OldStoreDeleted(name, NOVEMBER, 1));
            log.append(Optional.of(AUDITOR), new Entry.OldStoreDeleted("../records.mv.db", NOVEMBER, 1));
        }
        logs.open().close();

        assertThat(stores()).isEmpty();
        assertThat(folder.resolve("log/records.mv.db")).exists();
    }

    private List<OldStore> stores() {
        return OldStore.in(logs.place.folder());
    }

    private static List<AuditRecord> deletions(AuditLog log) {
        return log.page(AuditQuery.ALL.ofKinds(Set.of("old_store_deleted")), Long.MAX_VALUE, 10).records();
    }

    private static Hold.Scope scope(Instant from) {
        return new Hold.Scope(Optional.empty(), Optional.empty(), Optional.of(from), Optional.empty());
    }
}
