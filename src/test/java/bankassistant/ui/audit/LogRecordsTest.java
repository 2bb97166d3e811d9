package bankassistant.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankassistant.audit.AuditLog;
import bankassistant.audit.AuditPlace;
import bankassistant.audit.Hold;
import bankassistant.audit.Logs;
import bankassistant.audit.Retention;
import bankassistant.audit.Verification;
import bankassistant.audit.WitnessPlace;
import bankassistant.audit.record.AuditQuery;
import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entries;
import bankassistant.audit.record.Entry;
import bankassistant.identity.AuditSettings;
import bankassistant.identity.FileKey;
import bankassistant.identity.Role;
import bankassistant.identity.SignedIn;
import bankassistant.policy.Policy;
import bankassistant.policy.PolicyLibrary;
import bankassistant.policy.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a real log in a folder. */
class LogRecordsTest {

    private static final SignedIn AUDITOR = new SignedIn("aud", Role.AUDITOR, "s-9");
    private static final String TEXT = "Tell us at once.";
    private static final int TURNS = 60;

    @TempDir
    Path folder;

    private AuditLog log;
    private LogRecords records;

    @BeforeEach
    void fill() {
        log = new Logs(folder.resolve("audit")).open();
        for (int turn = 0; turn < TURNS; turn++) {
            long question = log.append(Logs.TELLER, new Entry.Question("c-" + turn / 3, "t-" + turn,
                    turn == 7 ? "=HYPERLINK(\"http://x\") Straße 安全" : "How long for [CARD_1]?",
                    turn % 2 == 0 ? Map.of("CREDIT_CARD", 1) : Map.of(), Optional.of(Entries.STOLEN_CARD)))
                    .sequence();
            log.append(Logs.TELLER, Entries.answer(question, "At most $50."));
        }
        records = records("ab".repeat(32));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void reads_the_rows_of_a_page_and_single_ones() {
        assertThat(records.read(List.of(9L, 8L, 7L))).extracting(AuditRecord::sequence).containsExactly(9L, 8L, 7L);
        assertThat(records.read(List.of(90L, 8L))).extracting(AuditRecord::sequence).containsExactly(90L, 8L);
        assertThat(records.read(List.of(1L, 0L))).extracting(AuditRecord::sequence).containsExactly(1L, 0L);
        assertThat(records.read(List.of())).isEmpty();
    }

    @Test
    void a_walk_finds_every_record_that_matches_once() {
        RecordQuery query = RecordFilter.ALL.masking(Set.of("CREDIT_CARD")).at(Clock.systemUTC());
        Slice slice = records.before(query, Long.MAX_VALUE);
        assertThat(slice.records()).hasSize(TURNS / 2).extracting(AuditRecord::sequence)
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(slice.next()).isEmpty();
        assertThat(records.before(RecordFilter.ALL.ofKinds(Set.of("answer")).at(Clock.systemUTC()), Long.MAX_VALUE)
                .records()).hasSize(TURNS);
    }

    @Test
    void a_record_is_proven_once_a_checkpoint_speaks_of_it() {
        AuditRecord record = log.record(5).orElseThrow();
        assertThat(records.proofs(List.of(record))).extracting(Proof::standing)
                .containsExactly(Proof.Standing.NOT_YET_SIGNED);
        log.checkpoint();
        assertThat(records.proofs(List.of(record))).extracting(Proof::standing)
                .containsExactly(Proof.Standing.PROVEN);
    }

    @Test
    void a_record_that_says_something_else_is_shown_as_altered() {
        log.checkpoint();
        AuditRecord record = log.record(5).orElseThrow();
        AuditRecord forged = new AuditRecord(5, record.time(), record.workstation(), record.application(),
                record.who(), Entries.question("How long for [CARD_2]?"));
        assertThat(records.proofs(List.of(log.record(6).orElseThrow(), forged, log.record(4).orElseThrow())))
                .as("its neighbours are not blamed").extracting(Proof::standing)
                .containsExactly(Proof.Standing.PROVEN, Proof.Standing.BROKEN, Proof.Standing.PROVEN);
    }

    @Test
    void a_record_whose_content_was_erased_is_proven_by_what_it_left() {
        log.close();
        log = new Logs(folder.resolve("audit")).at(70 * 86_400).open();
        new Retention(log).expire(AUDITOR, 1);
        log.checkpoint();
        records = records("ab".repeat(32));

        List<AuditRecord> read = records.read(List.of(6L, 5L, 4L));
        assertThat(read).extracting(AuditRecord::kind).containsOnly(Entry.Erased.KIND);
        assertThat(records.proofs(read)).extracting(Proof::standing).containsOnly(Proof.Standing.PROVEN);
        assertThat(records.open(read.getFirst()).sources()).isEmpty();
    }

    @Test
    void a_log_that_was_altered_can_be_read_and_is_told() {
        log.close();
        Logs logs = new Logs(folder.resolve("audit"));
        logs.tampering().run("DELETE FROM record WHERE sequence = 20");
        log = logs.openToRead();
        records = records("ab".repeat(32));
        assertThat(records.size()).isEqualTo(2 * TURNS + 2);
        assertThat(records.alarm()).get().asString().contains("records are missing");
        assertThat(records.open(log.record(6).orElseThrow()).conversation()).isNotEmpty();
        assertThat(records.verify(Verification.Progress.NONE).verified()).isFalse();
    }

    @Test
    void opening_a_record_shows_its_conversation_and_is_recorded() {
        AuditRecord answer = log.page(AuditQuery.ALL.ofKinds(Set.of("answer")), 20, 1).records().getFirst();
        long size = log.size();
        RecordDetail detail = records.open(answer);
        assertThat(detail.conversation()).hasSize(3).allSatisfy(turn -> assertThat(turn.answer()).isPresent());
        assertThat(detail.turn()).isPresent();
        assertThat(log.record(size)).get().extracting(AuditRecord::entry)
                .isEqualTo(new Entry.RecordViewed(answer.sequence(), 1, Optional.of("c-2")));
    }

    @Test
    void opening_a_record_of_a_conversation_records_which_one_was_shown() {
        records.open(log.record(8).orElseThrow());
        records.open(log.record(0).orElseThrow());

        assertThat(log.page(AuditQuery.ALL.ofKinds(Set.of("record_viewed")), Long.MAX_VALUE, 2).records().reversed())
                .extracting(AuditRecord::entry).containsExactly(new Entry.RecordViewed(8, 1, Optional.of("c-1")),
                        new Entry.RecordViewed(0, 1));
    }

    @Test
    void a_list_is_recorded_with_what_was_searched_for_as_masked() {
        records.listed(new RecordQuery(AuditQuery.ALL.holding("card 4111 1111 1111 1111 Stolen"), true, Set.of()));

        assertThat(log.page(AuditQuery.ALL, Long.MAX_VALUE, 1).records()).singleElement().satisfies(record -> {
            assertThat(record.user()).isEqualTo("aud");
            assertThat(record.entry()).isEqualTo(new Entry.RecordsListed("text \"card [card_1] stolen\", failed checks",
                    Optional.empty(), Optional.empty()));
        });
    }

    @Test
    void the_text_of_a_policy_is_shown_where_its_hash_is_the_recorded_one() {
        AuditRecord answer = log.page(AuditQuery.ALL.ofKinds(Set.of("answer")), 20, 1).records().getFirst();
        assertThat(records.open(answer).ownSources()).singleElement().satisfies(source -> {
            assertThat(source.text()).contains(TEXT);
            assertThat(source.policyTitle()).isEqualTo("Cards");
        });
        assertThat(records("cd".repeat(32)).open(answer).ownSources()).singleElement()
                .satisfies(source -> assertThat(source.text()).isEmpty());
    }

    @Test
    void tells_how_the_log_is_kept() throws IOException {
        log.close();
        Path here = Files.createDirectory(folder.resolve("here"));
        Path late = folder.resolve("late");
        Path away = folder.resolve("away");
        Logs logs = new Logs(folder.resolve("audit"), List.of(here), 500);
        log = logs.at(70 * 86_400).open();
        new Retention(log).expire(AUDITOR, 1);
        log.close();
        Files.createFile(folder.resolve("audit/records-before-1790000000000.mv.db"));
        log = reopened(new AuditPlace(folder.resolve("audit"), List.of(here, late, away)));
        Files.createDirectory(late);
        records = records("ab".repeat(32));

        LogState state = records.state();

        assertThat(state.records()).isEqualTo(log.size());
        assertThat(state.signed()).isPresent();
        assertThat(state.unsigned()).isPositive();
        assertThat(state.witnesses()).extracting(WitnessPlace::standing).containsExactly(
                WitnessPlace.Standing.UP_TO_DATE, WitnessPlace.Standing.BEHIND, WitnessPlace.Standing.AWAY);
        assertThat(state.retentionMonths()).contains(1);
        assertThat(state.erased()).singleElement().satisfies(month -> {
            assertThat(month.month()).isEqualTo(YearMonth.of(2026, 11));
            assertThat(month.records()).isEqualTo(state.erasedRecords()).isPositive();
        });
        assertThat(state.oldStores()).hasSize(1);
    }

    private static AuditLog reopened(AuditPlace place) {
        try (FileKey key = Logs.key(1)) {
            return AuditLog.openWhereSound(place, key, Logs.STATION, Clock.systemUTC());
        }
    }

    @Test
    void holds_are_set_and_lifted_under_the_auditors_name() {
        records.hold("case 7",
                new Hold.Scope(Optional.of("ana"), Optional.empty(), Optional.empty(), Optional.empty()));
        Hold hold = records.state().holds().getFirst();
        assertThat(hold.by()).isEqualTo("aud");
        assertThat(hold.terms().reference()).isEqualTo("case 7");

        records.lift(hold, "closed");
        assertThat(records.state().holds()).isEmpty();
    }

    @Test
    void knows_what_filters_can_choose_from() {
        Choices choices = records.choices();
        assertThat(choices.users()).containsExactly("ana");
        assertThat(choices.policies()).containsExactly(Map.entry("cards", "Cards"));
    }

    @Test
    void a_verification_is_recorded() {
        assertThat(records.verify(Verification.Progress.NONE).verified()).isTrue();
        assertThat(log.record(log.size() - 1)).get().extracting(AuditRecord::kind).isEqualTo("verified");
    }

    @Test
    void exports_what_is_filtered_in_each_format_and_records_it() throws IOException {
        RecordQuery query = RecordFilter.ALL.masking(Set.of("CREDIT_CARD")).at(Clock.systemUTC());
        for (ExportFormat format : ExportFormat.values()) {
            Path file = folder.resolve("out." + format.extension());
            assertThat(records.export(query, format, file, Verification.Progress.NONE)).isEqualTo(TURNS / 2);
            assertThat(file).isNotEmptyFile();
            assertThat(log.record(log.size() - 1)).get().extracting(AuditRecord::entry)
                    .isInstanceOfSatisfying(Entry.Exported.class, exported -> {
                        assertThat(exported.count()).isEqualTo(TURNS / 2);
                        assertThat(exported.query()).isEqualTo("personal data CREDIT_CARD");
                        assertThat(exported.format()).isEqualTo(format.extension());
                    });
        }
    }

    @Test
    void formulas_do_not_survive_in_a_table_for_spreadsheets() throws IOException {
        Path file = folder.resolve("out.csv");
        records.export(RecordQuery.ALL, ExportFormat.CSV, file, Verification.Progress.NONE);
        assertThat(Files.readString(file)).contains("'=HYPERLINK").doesNotContain(",=HYPERLINK")
                .doesNotContain(",\"=HYPERLINK");
    }

    @Test
    void a_record_on_paper_holds_what_was_said_its_hash_and_the_checkpoint() throws IOException {
        Path file = folder.resolve("out.pdf");
        records.export(RecordQuery.ALL, ExportFormat.PDF, file, Verification.Progress.NONE);
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("Straße ??", "At most $50.", log.leaf(5).orElseThrow().hex(),
                    log.checkpoints(1).getFirst().signature().substring(0, 20));
            assertThat(document.getNumberOfPages()).isGreaterThan(5);
        }
    }

    @Test
    void a_cancelled_export_leaves_no_file_and_no_record() {
        Path file = folder.resolve("out.jsonl");
        long size = log.size();
        assertThatThrownBy(() -> records.export(RecordQuery.ALL, ExportFormat.JSONL, file, written -> written < 10))
                .isInstanceOf(CancellationException.class);
        assertThat(file).doesNotExist();
        assertThat(log.size()).isEqualTo(size);
        assertThat(folder).isDirectoryNotContaining("glob:**partial");
    }

    private LogRecords records(String sha256) {
        Section section = new Section("lost-card", "Lost cards", TEXT, List.of(new Section.Span(0, TEXT.length())),
                List.of());
        Policy policy = new Policy("cards", "Cards", "2026.1", LocalDate.EPOCH, LocalDate.EPOCH, "Cards desk",
                List.of(), List.of(section), sha256);
        PolicyLibrary library = new PolicyLibrary(List.of(policy), Map.of());
        return new LogRecords(log, AUDITOR, () -> library, () -> Optional.of(AuditSettings.USUAL.keptFor(1)),
                Clock.systemUTC(), List.of("atm_fees"), List.of("CREDIT_CARD"));
    }
}
