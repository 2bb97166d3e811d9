package bankassistant.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import bankassistant.identity.Role;
import bankassistant.identity.SignedIn;
import bankassistant.ui.shell.Messages;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands in the list of records for acts, which have no text of their own. */
class RecordWordsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

    private final RecordWords words = new RecordWords(new Messages(), ZoneOffset.UTC);

    @Test
    void what_was_done_to_users_is_said_in_a_sentence() {
        assertThat(summary(change("tilda", "user_added"))).isEqualTo("tilda added by ada");
        assertThat(summary(change("ada", "signed_in"))).isEqualTo("ada signed in");
        assertThat(summary(change("tilda", "user_enrolled"))).isEqualTo("tilda enrolled, let in by ada");
        assertThat(summary(change("ada", "user_enrolled"))).isEqualTo("ada enrolled with the recovery key");
    }

    @Test
    void what_is_new_is_shown_as_it_was_recorded() {
        assertThat(summary(change("tilda", "user_married"))).contains("Change: user_married").contains("Name: tilda");
    }

    @Test
    void failed_sign_ins_tell_how_often_and_not_what_was_typed_for_a_name() {
        assertThat(summary(new Entry.SignInFailed("e", NOW, "tilda", 1))).isEqualTo("tilda, once");
        assertThat(summary(new Entry.SignInFailed("e", NOW, "tilda", 3))).isEqualTo("tilda, 3 times in a row");
        assertThat(summary(new Entry.SignInFailed("e", NOW, "?", 1))).isEqualTo("A name that nobody has, once");
    }

    @Test
    void settings_tell_what_they_were_and_are() {
        assertThat(summary(new Entry.SettingsChanged("idle_lock_minutes", "5", "12")))
                .isEqualTo("Idle lock minutes: 5 \u2192 12");
    }

    @Test
    void views_tell_what_was_seen() {
        assertThat(summary(new Entry.RecordViewed(41, 1))).isEqualTo("Record 41");
        assertThat(summary(new Entry.RecordViewed(41, 12))).isEqualTo("12 records, from 41 on");
    }

    @Test
    void lists_tell_what_was_asked_for() {
        assertThat(summary(new Entry.RecordsListed("all", Optional.empty(), Optional.empty())))
                .isEqualTo("All records");
        assertThat(summary(new Entry.RecordsListed("kind answer", Optional.of(3L), Optional.of(9L))))
                .isEqualTo("kind answer");
    }

    @Test
    void refused_attempts_tell_what_was_tried() {
        assertThat(summary(new Entry.Refused("r", "read_all_records", 1))).isEqualTo("Tried to read all records");
        assertThat(summary(new Entry.Refused("r", "ask", 3))).isEqualTo("Tried 3 times to ask questions");
        assertThat(summary(new Entry.Refused("r", "fly", 1))).isEqualTo("Tried to fly");
    }

    @Test
    void what_was_recorded_later_tells_when_it_happened() {
        AuditRecord record = new AuditRecord(7, NOW, "PC-7", "1.0.0", Optional.empty(),
                new Entry.SignInFailed("e", NOW, "?", 1), "", Optional.of(Instant.parse("2026-11-20T07:00:00Z")));

        assertThat(words.summary(record))
                .isEqualTo("A name that nobody has, once (20 Nov 2026 07:00:00, recorded later)");
        assertThat(words.user(record)).isEqualTo("Unknown");
    }

    private static Entry change(String name, String change) {
        return new Entry.UserChanged("users-1", NOW, "ada", name, change, Optional.of(Role.TELLER));
    }

    private String summary(Entry entry) {
        return words.summary(new AuditRecord(7, NOW, "PC-7", "1.0.0",
                Optional.of(new SignedIn("ada", Role.TELLER, "s-1")), entry));
    }
}
