package bankassistant.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.app.FakeChat;
import bankassistant.app.FakeParts;
import bankassistant.app.Installation;
import bankassistant.app.Screen;
import bankassistant.audit.AuditLog;
import bankassistant.audit.Belated;
import bankassistant.audit.Logs;
import bankassistant.audit.OldStore;
import bankassistant.audit.Restoring;
import bankassistant.audit.record.Entries;
import bankassistant.audit.record.Entry;
import bankassistant.identity.Role;
import bankassistant.identity.Session;
import bankassistant.identity.Sessions;
import bankassistant.identity.Settings;
import bankassistant.identity.SignedIn;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {

    @TempDir
    private Path folder;

    private Logs logs;
    private Screen screen;
    private Role role = Role.AUDITOR;

    @BeforeEach
    void a_log_with_a_question_and_its_answer() {
        logs = new Logs(folder.resolve("audit"));
        try (AuditLog log = logs.open()) {
            long question = log.append(Logs.TELLER, Entries.question("What does [PERSON_1] owe?")).sequence();
            log.append(Logs.TELLER, Entries.answer(question, "=At most $50."));
        }
    }

    @Test
    void lists_the_newest_first_and_records_that_it_did() {
        assertThat(run("list", "--kind", "question", "--kind", "answer", "--json")).isZero();
        assertThat(objects()).extracting(record -> record.path("sequence").asInt()).containsExactly(2, 1);

        run("list", "--kind", "records_listed", "--json");
        assertThat(objects()).hasSize(1);
        assertThat(objects().getFirst().path("user").asText()).isEqualTo("ana");
        assertThat(objects().getFirst().path("entry").path("query").asText()).isEqualTo("kind answer|question");
        assertThat(objects().getFirst().path("entry").path("first").asInt()).isEqualTo(1);
        assertThat(objects().getFirst().path("entry").path("count").asInt()).isEqualTo(2);
    }

    @Test
    void the_unfiltered_list_is_recorded_and_so_is_one_that_finds_nothing() {
        run("list");
        run("list", "--text", "ssn 078-05-1120");

        run("list", "--kind", "records_listed", "--json");
        assertThat(objects()).extracting(record -> record.path("entry").path("query").asText())
                .containsExactly("text \"ssn [ssn_1]\"", "all");
        assertThat(objects().getFirst().path("entry").path("count").asInt(-1)).isZero();
    }

    @Test
    void what_was_recorded_later_is_listed_with_the_time_when_it_happened() {
        try (AuditLog log = logs.at(60).open()) {
            log.appendBelated(List.of(new Belated(Optional.of(new SignedIn("adm", Role.ADMINISTRATOR, "s-0")),
                    Instant.parse("2026-11-20T07:00:00Z"), new Entry.Refused("r-1", "ask", 1))));
        }

        run("list", "--kind", "refused");
        assertThat(screen.out()).contains("2026-11-23T08:01:00Z", "adm", "refused",
                "at 2026-11-20T07:00:00Z, recorded later");
    }

    @Test
    void lists_by_text_intent_and_policy() {
        run("list", "--text", "person_1 OWE", "--json");
        assertThat(objects()).hasSize(1);
        run("list", "--policy", "cards", "--intent", "lost_or_stolen_card", "--json");
        assertThat(objects()).hasSize(1);
        run("list", "--to", "2020-01-01", "--json");
        assertThat(objects()).isEmpty();
    }

    @Test
    void shows_a_record_with_its_proof() {
        assertThat(run("show", "1", "--json")).isZero();
        assertThat(objects().getFirst().path("proved").asBoolean()).isTrue();
        assertThat(objects().getFirst().path("record").path("entry").path("text").asText())
                .isEqualTo("What does [PERSON_1] owe?");
    }

    @Test
    void a_record_that_is_not_there_is_told_so() {
        assertThat(run("show", "99")).isEqualTo(1);
        assertThat(screen.err()).contains("There is no record 99.");
    }

    @Test
    void verifies_and_says_so_in_the_log() {
        assertThat(run("verify", "--json")).isZero();
        assertThat(objects().getFirst().path("verified").asBoolean()).isTrue();

        run("list", "--kind", "verified", "--json");
        assertThat(objects().getFirst().path("entry").path("outcome").asText()).isEqualTo("verified");
    }

    @Test
    void a_log_that_was_edited_does_not_verify_and_exits_with_1() {
        logs.tampering().edit(1, "owe", "own");

        assertThat(run("verify", "--json")).isEqualTo(1);
        JsonNode verdict = objects().getFirst();
        assertThat(verdict.path("verified").asBoolean()).isFalse();
        assertThat(verdict.path("change").asText()).isEqualTo("edit");
        assertThat(verdict.path("first_record").asInt()).isEqualTo(1);
        assertThat(run("verify")).isEqualTo(1);
        assertThat(screen.out()).contains("NOT verified: a record was edited (record 1)");
    }

    @Test
    void an_export_is_verified_with_the_key_and_without_the_log() throws IOException {
        Path export = folder.resolve("all.jsonl");
        Path key = folder.resolve("audit.pub");
        assertThat(run("checkpoint", "--key-to", key.toString())).isZero();
        assertThat(run("export", export.toString())).isZero();

        assertThat(run("verify", "--export", export.toString(), "--key", key.toString(), "--json")).isZero();
        assertThat(objects().getFirst().path("records").asInt()).isGreaterThan(3);
        assertThat(run("verify", "--export", export.toString(), "--json")).as("nothing speaks for it").isEqualTo(1);

        Files.writeString(export, Files.readString(export).replace("owe?", "own?"));
        assertThat(run("verify", "--export", export.toString(), "--key", key.toString())).isEqualTo(1);
        assertThat(screen.out()).contains("a record was edited (record 1)");
    }

    @Test
    void an_export_is_verified_with_a_checkpoint_held_elsewhere() {
        Path export = folder.resolve("all.jsonl");
        Path early = folder.resolve("early.txt");
        run("checkpoint", "--to", early.toString());
        run("list");
        run("export", export.toString());

        assertThat(run("verify", "--export", export.toString(), "--checkpoint", early.toString(), "--json")).isZero();
        assertThat(run("verify", "--checkpoint", early.toString())).isZero();
        assertThat(screen.out()).contains("Checkpoints from outside speak for");
    }

    @Test
    void formulas_in_csv_are_defused() throws IOException {
        Path export = folder.resolve("all.csv");
        assertThat(run("export", "--format", "csv", export.toString(), "--json")).isZero();

        String csv = Files.readString(export, StandardCharsets.UTF_8);
        assertThat(csv).startsWith("sequence,time,").contains("'=At most $50.");
        assertThat(objects().getFirst().path("records").asInt()).isEqualTo(csv.lines().count() - 1);
    }

    @Test
    void an_export_overwrites_nothing_unless_it_is_told_to() throws IOException {
        Path there = Files.writeString(folder.resolve("there.jsonl"), "mine");
        assertThat(run("export", there.toString())).isEqualTo(1);
        assertThat(screen.err()).contains("there.jsonl is there already", "--overwrite");
        assertThat(there).hasContent("mine");

        assertThat(run("export", there.toString(), "--overwrite")).isZero();
        assertThat(Files.readString(there)).startsWith("{\"format\":");
    }

    @Test
    void tables_and_pages_are_verified_too() throws IOException {
        Path csv = folder.resolve("a.csv");
        Path pdf = folder.resolve("a.pdf");
        String key = folder.resolve("audit.pub").toString();
        run("checkpoint", "--key-to", key);
        assertThat(run("export", csv.toString(), "--format", "csv", "--kind", "question", "--kind", "answer")).isZero();
        assertThat(screen.err()).contains("a.csv.proof.jsonl");
        assertThat(run("export", pdf.toString(), "--format", "pdf")).isZero();

        assertThat(run("verify", "--export", pdf.toString(), "--key", key)).isZero();
        assertThat(screen.out()).contains("for ana, auditor: all it had. Nothing was left out");
        assertThat(run("verify", "--export", csv.toString(), "--key", key)).isZero();
        assertThat(screen.out()).contains("those that were asked for (kind answer|question)");
        assertThat(run("verify", "--export", csv.toString(), "--key", key, "--json")).isZero();
        assertThat(objects().getFirst().path("signed").asBoolean()).isTrue();
        assertThat(objects().getFirst().path("whole").asBoolean(true)).isFalse();
        assertThat(objects().getFirst().path("exported_by").asText()).isEqualTo("ana, auditor");

        Files.writeString(csv, Files.readString(csv).replace("owe?", "own?"));
        assertThat(run("verify", "--export", csv.toString(), "--key", key)).isEqualTo(1);
        assertThat(screen.out()).contains("a record was edited (record 1)");
        Files.write(pdf, new byte[]{'x'}, StandardOpenOption.APPEND);
        assertThat(run("verify", "--export", pdf.toString(), "--key", key)).isEqualTo(1);
        assertThat(screen.out()).contains("the file is not as it was signed");
    }

    @Test
    void an_export_of_before_is_verified_with_a_word_on_what_it_can_not_show() throws IOException {
        Path export = folder.resolve("q.jsonl");
        String key = folder.resolve("audit.pub").toString();
        run("checkpoint", "--key-to", key);
        run("export", export.toString(), "--kind", "question");
        Files.writeString(export, Files.readString(export).replace("\"version\":3", "\"version\":2")
                .replaceFirst(",\"statement\":.*", "}"));

        assertThat(run("verify", "--export", export.toString(), "--key", key)).isZero();
        assertThat(screen.out()).contains("of before exports were signed", "whether others were left out");
        assertThat(run("verify", "--export", export.toString(), "--key", key, "--json")).isZero();
        assertThat(objects().getFirst().path("signed").asBoolean(true)).isFalse();
    }

    @Test
    void copies_of_checkpoints_that_are_gone_are_told_of_and_written_again() throws IOException {
        Path copies = logs.place.folder().resolve("checkpoints");
        try (Stream<Path> files = Files.walk(copies)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        assertThat(run("verify", "--json")).isEqualTo(1);
        assertThat(objects().getFirst().path("change").asText()).isEqualTo("copies");
        assertThat(objects().getFirst().path("reason").asText()).contains("1 of 1 are gone");
        assertThat(run("verify")).isEqualTo(1);
        assertThat(screen.out()).contains("copies of checkpoints beside the log are gone", "--copy-again");

        assertThat(run("checkpoint", "--copy-again")).isZero();
        assertThat(screen.err()).contains("1 copies of checkpoints");
        assertThat(run("verify")).isZero();
    }

    @Test
    void filters_refuse_what_is_not_known_and_name_what_is_near() {
        assertThat(run("list", "--kind", "questoin")).isEqualTo(2);
        assertThat(screen.err()).contains("--kind", "questoin", "question").doesNotContain("locked");
        assertThat(run("list", "--kind", "foo")).isEqualTo(2);
        assertThat(screen.err()).contains("Known: answer, backed_up", "erased", "sign_in_failed");
        assertThat(run("list", "--intent", "lost_stolen_card")).isEqualTo(2);
        assertThat(screen.err()).contains("lost_or_stolen_card").doesNotContain("age_limit");
        assertThat(run("list", "--policy", "card")).isEqualTo(2);
        assertThat(screen.err()).contains("card", "cards");
        assertThat(run("list", "--user", "anna")).isEqualTo(2);
        assertThat(screen.err()).contains("anna", "ana");
        assertThat(run("export", folder.resolve("no.csv").toString(), "--kind", "foo")).isEqualTo(2);
        assertThat(folder.resolve("no.csv")).doesNotExist();
        assertThat(run("list", "--kind", "erased", "--user", "ana", "--json")).as("known ones").isZero();
    }

    @Test
    void exports_are_records() {
        run("export", folder.resolve("a.jsonl").toString(), "--kind", "answer");

        run("list", "--kind", "exported", "--json");
        assertThat(objects().getFirst().path("entry").path("query").asText()).isEqualTo("kind answer");
        assertThat(objects().getFirst().path("user").asText()).isEqualTo("ana");
    }

    @Test
    void a_checkpoint_is_printed_as_a_signed_note() {
        assertThat(run("checkpoint")).isZero();
        assertThat(screen.out()).startsWith("banking-assistant-").contains("\n\u2014 banking-assistant-");
    }

    @Test
    void a_checkpoint_is_written_and_printed_as_a_QR_code() throws IOException {
        Path picture = folder.resolve("checkpoint.png");
        assertThat(run("checkpoint", "--qr", picture.toString())).isZero();
        assertThat(Files.readAllBytes(picture)).startsWith(0x89, 'P', 'N', 'G');
        assertThat(run("checkpoint", "--qr", "-")).isZero();
        assertThat(screen.err()).contains("\u2588\u2580");
        assertThat(screen.out()).startsWith("banking-assistant-");
    }

    @Test
    void an_older_backup_needs_an_administrator_beside_the_auditor() {
        Path zip = folder.resolve("b.zip");
        run("backup", zip.toString());
        run("list");

        assertThat(run("restore", zip.toString())).isEqualTo(1);
        assertThat(screen.err()).contains("It is not restored", "--agreed-by");
        assertThat(run("restore", zip.toString(), "--agreed-by", "adm")).isZero();
        assertThat(screen.out()).contains("records restored");
        assertThat(screen.err()).contains("An old store lies in", "records-before-");
        run("verify");
        assertThat(screen.err()).contains("An old store lies in");
        run("backup", folder.resolve("c.zip").toString());
        assertThat(screen.err()).contains("An old store lies in");
        run("list", "--kind", "restored", "--json");
        assertThat(objects().getFirst().path("entry").path("accepted_by")).hasSize(2);
        assertThat(run("verify")).isZero();
        assertThat(screen.out()).contains("An older backup was restored at ", "were given up, as ana and tilda agreed");
        assertThat(run("verify", "--json")).isZero();
        JsonNode loss = objects().getFirst().path("given_up").path(0);
        assertThat(loss.path("records").asLong())
                .isEqualTo(loss.path("last_record").asLong() - loss.path("first_record").asLong() + 1).isPositive();
        assertThat(loss.path("agreed_by")).hasSize(2);
    }

    @Test
    void a_backup_holds_the_log() {
        assertThat(run("backup", folder.resolve("b.zip").toString())).isZero();
        assertThat(folder.resolve("b.zip")).isNotEmptyFile();
        assertThat(run("backup", folder.resolve("b.zip").toString())).isEqualTo(1);
    }

    @Test
    void an_expiry_says_what_it_would_erase_and_erases_when_told_to() throws IOException {
        settings().audit(Sessions.of(Role.ADMINISTRATOR), chosen -> chosen.keptFor(1));
        assertThat(run("expire")).isZero();
        assertThat(screen.out()).contains("Records are kept for 1 month", "Nothing is to be erased.");

        logs.at(50 * 86_400);
        assertThat(run("expire")).isZero();
        assertThat(screen.out()).contains("2026-11", "Nothing was erased.", "--yes");
        assertThat(run("list", "--text", "owe", "--json")).isZero();
        assertThat(objects()).hasSize(1);

        assertThat(run("expire", "--yes", "--json")).isZero();
        assertThat(objects().getFirst().path("erased").asBoolean()).isTrue();
        assertThat(objects().getFirst().path("months").path(0).path("month").asText()).isEqualTo("2026-11");
        run("list", "--text", "owe", "--json");
        assertThat(objects()).isEmpty();
        run("list", "--kind", "erased");
        assertThat(screen.out()).contains("2026-11", "content erased");
        assertThat(run("show", "1", "--json")).isZero();
        assertThat(objects().getFirst().path("erased").asBoolean()).isTrue();
        assertThat(objects().getFirst().path("proved").asBoolean()).isTrue();
        assertThat(run("verify")).isZero();
        assertThat(screen.out()).contains("were erased, as the log's own records of expiry say");
    }

    @Test
    void an_expiry_deletes_old_stores_whose_time_is_over() throws IOException {
        settings().audit(Sessions.of(Role.ADMINISTRATOR), chosen -> chosen.keptFor(1));
        Path old = Files.write(logs.place.folder().resolve("records-before-1790000000000.mv.db"), new byte[]{1});
        logs.at(50 * 86_400);

        assertThat(run("expire")).isZero();
        assertThat(screen.out()).contains("records-before-1790000000000.mv.db", "and the old store, for good");
        assertThat(old).exists();
        assertThat(run("expire", "--yes", "--json")).isZero();
        assertThat(objects().getFirst().path("old_stores").path(0).asText()).isEqualTo(old.getFileName().toString());
        assertThat(old).doesNotExist();
    }

    @Test
    void a_hold_is_set_listed_and_lifted_and_keeps_records() throws IOException {
        settings().audit(Sessions.of(Role.ADMINISTRATOR), chosen -> chosen.keptFor(1));
        logs.at(50 * 86_400);
        assertThat(run("hold", "add", "case 7", "--user", "ana", "--json")).isZero();
        assertThat(objects().getFirst().path("hold").asText()).isEqualTo("hold-1");
        assertThat(run("hold", "list")).isZero();
        assertThat(screen.out()).contains("hold-1, user ana: case 7");
        assertThat(run("expire", "--yes")).isZero();
        assertThat(screen.out()).contains("2 more are kept for holds");
        run("list", "--text", "owe", "--json");
        assertThat(objects()).hasSize(1);
        assertThat(run("hold", "lift", "hold-9")).isEqualTo(1);
        assertThat(run("hold", "lift", "hold-1")).isZero();
        assertThat(run("expire", "--yes")).isZero();
        assertThat(screen.out()).contains("2 records that holds had kept");
        assertThat(run("hold", "add", "case 8")).as("on nothing").isEqualTo(2);
    }

    @Test
    void witness_places_are_chosen_listed_and_removed() throws IOException {
        Path stick = Files.createDirectory(folder.resolveSibling(folder.getFileName() + "-stick"));
        role = Role.ADMINISTRATOR;
        assertThat(run("witness", "add", stick.toString())).isZero();
        assertThat(run("witness", "add", folder.resolve("away").toString())).isEqualTo(1);
        assertThat(run("witness", "add", folder.toString())).as("the data folder itself").isEqualTo(1);
        assertThat(settings().audit().witnesses()).containsExactly(stick);
        run("witness", "list");
        assertThat(screen.out()).contains(stick.toString()).doesNotContain("can't");
        Files.delete(stick);
        run("witness", "list", "--json");
        assertThat(objects().getFirst().path("reached").asBoolean(true)).isFalse();
        assertThat(run("witness", "remove", stick.toString())).isZero();
        assertThat(run("witness", "remove", stick.toString())).isEqualTo(1);
        assertThat(run("retention", "--months", "72")).isZero();
        assertThat(screen.out()).contains("6 years");
        assertThat(run("retention", "--months", "0")).isEqualTo(2);
        role = Role.AUDITOR;
        assertThat(run("witness", "add", folder.toString())).isEqualTo(1);
        assertThat(run("retention", "--months", "1")).isEqualTo(1);
        assertThat(settings().audit().retentionMonths()).isEqualTo(72);
    }

    private Settings settings() {
        return new Settings(folder.resolve("identity"), InstantSource.system());
    }

    private int run(String... arguments) {
        screen = new Screen();
        List<String> line = new ArrayList<>(List.of("audit"));
        line.addAll(List.of(arguments));
        return CommandLines.run(line.toArray(String[]::new), screen.streams(), _ -> new LogParts(),
                () -> new Installation(Path.of(".")), (_, _) -> 0);
    }

    private List<JsonNode> objects() {
        ObjectMapper mapper = new ObjectMapper();
        return screen.lines().stream().map(line -> {
            try {
                return mapper.readTree(line);
            } catch (IOException e) {
                throw new AssertionError("not JSON: " + line, e);
            }
        }).toList();
    }

    /** Opens the log like the application, and closes it. */
    private final class LogParts extends FakeParts {

        private AuditLog log;

        LogParts() {
            super(new FakeChat());
            signingIn(role);
        }

        @Override
        public Path data() {
            return folder;
        }

        @Override
        public long restoreAudit(Path zip, Optional<Session> agreeing) throws IOException {
            return new Restoring(logs.place, Logs.key(1), Logs.STATION, Clock.systemUTC()).restore(zip, user(),
                    agreeing.map(Session::who));
        }

        @Override
        public List<OldStore> oldStores() {
            return OldStore.in(logs.place.folder());
        }

        @Override
        public SignedIn user() {
            return new SignedIn("ana", role, "s-1");
        }

        @Override
        public AuditLog audit() {
            return auditToRead();
        }

        @Override
        public AuditLog auditToRead() {
            if (log == null) {
                log = logs.openWhereSound();
            }
            return log;
        }

        @Override
        public void close() {
            if (log != null) {
                log.close();
            }
        }
    }
}
