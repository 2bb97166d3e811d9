package bankassistant.audit.record;

import bankassistant.identity.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Samples of what records say. */
public final class Entries {

    public static final Entry.Meaning STOLEN_CARD = new Entry.Meaning(true, Optional.of("lost_or_stolen_card"), 9731);

    private Entries() {}

    public static Entry.Question question(String text) {
        return new Entry.Question("c", "c-1", text, Map.of("CREDIT_CARD", 1), Optional.of(STOLEN_CARD));
    }

    public static Entry.Answer answer(long question, String text) {
        return new Entry.Answer(question, Entry.Outcome.GIVEN, "written", text, Optional.of(STOLEN_CARD),
                List.of(new Entry.Source("cards", "lost-card", "2026.1", "ab".repeat(32))),
                Optional.of(new Entry.Checks(true, true, List.of(), List.of())),
                Map.of("mask", 120L, "write", 410_000L),
                Map.of("base", "cd".repeat(32)), 300, 60, Optional.empty());
    }

    /** One of each kind at least. */
    public static Stream<Entry> all() {
        return Stream.of(question("What does [PERSON_1] owe?"),
                new Entry.Question("c", "c-2", "?", Map.of(), Optional.empty()), answer(5, "At most $50."),
                new Entry.Answer(6, Entry.Outcome.FAILED, "", "", Optional.empty(), List.of(), Optional.empty(),
                        Map.of(),
                        Map.of(), 0, 0, Optional.of("7KQ2:M0XA")),
                new Entry.SignIn(7), new Entry.SignInFailed("f-3", Instant.parse("2026-11-23T10:15:30Z"), "bob", 2),
                new Entry.SignOut(),
                new Entry.Locked("idle"),
                new Entry.UserChanged("c-1", Instant.parse("2026-11-23T10:15:30Z"), "adm", "bob", "user_added",
                        Optional.of(Role.TELLER)),
                new Entry.RoleChanged("bob", Optional.empty(), Role.TELLER),
                new Entry.RoleChanged("bob", Optional.of(Role.TELLER), Role.AUDITOR),
                new Entry.IndexBuilt(Map.of("cards", "ef".repeat(32))),
                new Entry.ModelLoaded("base", Map.of("base.gguf", "01".repeat(32))),
                new Entry.SettingsChanged("witness", "", "/media/stick"), new Entry.CustomerSelected("C-1001"),
                new Entry.RecordViewed(4, 50),
                new Entry.RecordViewed(4, 1, Optional.of("c")),
                new Entry.RecordsListed("all", Optional.empty(), Optional.empty()),
                new Entry.RecordsListed("kind answer", Optional.of(7L), Optional.of(50L)),
                new Entry.Refused("r-1", "read_all_records", 2), new Entry.Exported("csv", "all", 10, "23".repeat(32)),
                new Entry.Verified("verified", 10, "45".repeat(32), 2),
                new Entry.BackedUp("audit.zip", 10, "67".repeat(32)),
                new Entry.Restored("audit.zip", 10, 12, List.of("adm", "aud")), new Entry.Started("25", "Linux amd64"),
                new Entry.Stopped(), new Entry.UncleanStop(9, Instant.parse("2026-11-23T10:15:30.120Z")),
                new Entry.ClockSetBack(Instant.parse("2026-11-23T10:15:30Z")),
                new Entry.HoldSet("hold-1", "case 7", Optional.of("bob"), Optional.empty(),
                        Optional.of(Instant.parse("2026-11-23T10:15:30Z")), Optional.empty()),
                new Entry.HoldLifted("hold-1", "case 7 closed"),
                new Entry.Expired(60, List.of(new Entry.ExpiredMonth("2021-10", 2, 5, 3, 9, List.of(4L))),
                        List.of(1L)),
                new Entry.OldStoreDeleted("records-before-7.mv.db", Instant.parse("2026-11-23T10:15:30Z"), 60));
    }
}
