package bankassistant.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.audit.Change;
import bankassistant.audit.Finding;
import bankassistant.audit.GivenUp;
import bankassistant.audit.record.AuditRecord;
import bankassistant.ui.Fx;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The auditor's screen as a person meets it, with a million records and real key events. */
class AuditWindowTest {

    private static final int MILLION = 1_000_000;

    @TempDir
    Path folder;

    private final FakeRecords records = new FakeRecords(MILLION);
    private AuditWindow window;
    private TableView<RecordRow> table;

    @BeforeEach
    void show() {
        window = new AuditWindow(records, folder, 1000, 700);
        table = window.table();
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void the_newest_records_stand_first_and_the_keyboard_is_in_the_table() {
        assertThat(window.texts(".count")).first().isEqualTo("1,000,000 records, newest first");
        assertThat(window.focused()).isSameAs(table);
        Fx.until(() -> table.getItems().get(0).record().isPresent());
        assertThat(records.reads.get()).as("pages read").isLessThan(4);
    }

    @Test
    void a_hold_is_set_with_a_reference_and_something_to_cover() {
        showHowItIsKept(LogStates.young());
        Fx.run(((Button) window.find(".state-title .button"))::fire);
        Button set = (Button) window.find(".sheet-buttons .accent");
        Fx.run(() -> ((TextField) window.stage().getScene().lookup("#hold-reference")).setText("case 7"));
        assertThat(set.isDisabled()).as("a hold on nothing").isTrue();
        Fx.run(() -> ((TextField) window.stage().getScene().lookup("#hold-user")).setText(" ana "));
        Fx.run(set::fire);
        Fx.until(() -> !records.held.isEmpty());

        assertThat(records.held).singleElement().asString().startsWith("case 7 ").contains("user=Optional[ana]",
                "session=Optional.empty");
    }

    @Test
    void a_hold_is_lifted_when_that_was_said_once_more() {
        showHowItIsKept(LogStates.kept());
        Fx.run(((Button) window.find(".state-line .button"))::fire);
        window.press(KeyCode.ESCAPE);
        assertThat(records.lifted).isEmpty();
        Fx.run(((Button) window.find(".state-line .button"))::fire);
        Fx.run(((Button) window.find(".sheet-buttons .accent"))::fire);
        Fx.until(() -> !records.lifted.isEmpty());

        assertThat(records.lifted).containsExactly("hold-3 ");
    }

    @Test
    void it_tells_how_the_log_is_kept_and_why_that_cannot_be_told() {
        showHowItIsKept(LogStates.kept());
        assertThat(window.texts(".state-name")).contains("/mnt/audit-share/branch-17", "/media/safe/drive",
                "Case 2026-114, complaint about an overdraft");
        records.failing = true;
        window.press(KeyCode.F5);
        Fx.until(() -> window.models().state().problem().get() != null);
        assertThat(window.texts(".notice")).singleElement().asString().contains("could not be read");
    }

    private void showHowItIsKept(LogState state) {
        records.state = state;
        Fx.run(() -> ((ToggleButton) window.stage().getScene().lookup("#stateView")).fire());
        Fx.until(() -> window.models().state().state().get() != null);
        Fx.settle();
    }

    @Test
    void any_place_among_a_million_records_is_there_at_once() {
        for (int row : new int[]{999_990, 500_000, 3, 750_123, 250_000}) {
            Fx.run(() -> table.scrollTo(row));
            Fx.until(() -> table.getItems().get(row).record().isPresent());
            assertThat(shown(row)).get().isEqualTo(records.record(MILLION - 1 - row));
        }
        assertThat(records.reads.get()).as("pages read").isLessThan(24);
    }

    @Test
    void a_row_says_what_it_holds_to_a_screen_reader() {
        Fx.until(() -> table.getItems().get(0).record().isPresent());
        assertThat(window.all(".table-row-cell")).anySatisfy(row -> assertThat(((TableRow<?>) row).getAccessibleText())
                .startsWith("Record 999,998, 23 Nov 2026 15:29:00, ").contains("Question").endsWith("Not yet signed"));
    }

    @Test
    void arrows_and_enter_open_a_record_and_escape_closes_it() {
        window.press(KeyCode.DOWN);
        window.press(KeyCode.ENTER);
        Fx.until(() -> window.models().records().detail().get() != null);
        Fx.settle();
        assertThat(window.texts(".record-kind")).containsExactly("Question");
        assertThat(window.texts(".bubble.asked")).hasSize(1);
        window.press(KeyCode.ESCAPE);
        Fx.settle();
        assertThat(window.find(".record-pane")).isNull();
        assertThat(window.focused()).isSameAs(table);
    }

    @Test
    void a_record_shows_what_was_said_on_what_it_stood_and_that_it_is_unaltered() {
        window.open(999_915);
        assertThat(window.texts(".proof-box > .strong")).containsExactly("Proven");
        assertThat(window.texts(".section-heading")).containsExactly("Conversation", "Sources", "Understood as",
                "Checks", "Timings", "Evidence");
        assertThat(window.texts(".source-card > .strong")).containsExactly("Reporting a lost or stolen card");
    }

    @Test
    void a_policy_version_that_is_gone_is_told() {
        window.open(999_913);
        assertThat(window.texts(".notice")).singleElement().asString().contains("no longer at hand", "cdcdcdcd");
    }

    @Test
    void typed_words_filter_the_records_after_a_moment() {
        window.press(AuditWindow.SHORTCUT, KeyCode.F);
        window.type("unicorn");
        Fx.until(() -> window.models().records().filter().get().text().equals("unicorn"));
        assertThat(window.texts(".filter-chip")).containsExactly("Text: \u201cunicorn\u201d");
        Fx.run(window.models().records()::stopSearch);
        Fx.settle();
        assertThat(window.texts(".empty-title")).contains("No record matches these filters");
    }

    @Test
    void a_chip_takes_its_filter_away_and_clear_all_takes_all() {
        window.apply(RecordFilter.ALL.during(TimeRange.TODAY).ofKinds(Set.of("question", "answer")));
        assertThat(window.texts(".filter-chip")).containsExactly("Today", "Kind: Answer", "Kind: Question");
        Fx.run(((Button) window.all(".filter-chip").get(1))::fire);
        assertThat(window.models().records().filter().get().kinds()).containsExactly("question");
        Fx.run(((Button) window.find("#clear"))::fire);
        assertThat(window.models().records().filter().get()).isEqualTo(RecordFilter.ALL);
    }

    @Test
    void every_field_that_filters_has_a_label() {
        Fx.run(((ToggleButton) window.find("#filtersButton"))::fire);
        Fx.settle();
        assertThat(window.all(".field > .label")).hasSize(8)
                .allSatisfy(label -> assertThat(((Label) label).getLabelFor()).isNotNull());
        assertThat(window.focused()).isSameAs(window.find("#users"));
    }

    @Test
    void a_verification_ends_with_a_verdict_and_the_screen_below_is_shut_off() {
        records.finding = Optional.of(new Finding(Change.EDIT, 512, 512, "Record 512 does not have its hash."));
        Fx.run(window.models().verify()::start);
        Fx.until(() -> window.models().verify().state().get() instanceof VerifyViewModel.State.Done);
        Fx.settle();
        assertThat(window.texts(".sheet-title")).containsExactly("The audit log was altered");
        assertThat(window.find(".audit-main").isDisabled()).isTrue();
        assertThat(window.all(".sheet-card .button")).contains(window.focused());
        Fx.run(((Button) window.find(".sheet-buttons > .button"))::fire);
        Fx.until(() -> window.models().records().detail().get() != null);
        assertThat(window.models().records().detail().get().record().sequence()).isEqualTo(512);
        assertThat(window.find(".audit-main").isDisabled()).isFalse();
    }

    @Test
    void a_verification_tells_what_was_given_up_for_an_older_backup() {
        records.givenUp = List.of(
                new GivenUp(900, Instant.parse("2026-11-20T09:30:00Z"), 900, 941, List.of("ines", "oskar")));
        Fx.run(window.models().verify()::start);
        Fx.until(() -> window.models().verify().state().get() instanceof VerifyViewModel.State.Done);
        Fx.settle();
        assertThat(window.texts(".given-up")).containsExactly("An older backup was restored on 20 Nov 2026 09:30:00:"
                + " 42 records were given up (records 900 to 941), as ines and oskar agreed.");
    }

    @Test
    void copies_of_checkpoints_that_are_gone_are_no_altered_records() {
        records.finding = Optional.of(new Finding(Change.COPIES, -1, -1, "3 of 3 are gone."));
        Fx.run(window.models().verify()::start);
        Fx.until(() -> window.models().verify().state().get() instanceof VerifyViewModel.State.Done);
        Fx.settle();
        assertThat(window.texts(".sheet-title")).containsExactly("Copies of checkpoints are gone");
        assertThat(window.all(".sheet-buttons > .button")).as("no record to show").hasSize(1);
    }

    @Test
    void a_log_that_is_not_as_it_was_left_is_told_above_its_records() {
        records.alarm = Optional.of("It has 900 records, and a checkpoint speaks of 1,000.");
        window.press(KeyCode.F5);
        Fx.until(() -> !window.models().records().alarm().get().isEmpty());
        Fx.settle();
        assertThat(window.texts(".banner-title")).containsExactly("Do not rely on this audit log");
        assertThat(window.texts(".banner-text")).containsExactly(records.alarm.get());
    }

    @Test
    void escape_leaves_an_export_that_was_not_begun() {
        window.press(AuditWindow.SHORTCUT, KeyCode.E);
        Fx.settle();
        assertThat(window.texts(".sheet-title")).containsExactly("Export records");
        window.press(KeyCode.ESCAPE);
        assertThat(window.models().export().state().get()).isEqualTo(new ExportViewModel.State.Idle());
    }

    private Optional<AuditRecord> shown(int row) {
        return Fx.call(() -> table.getItems().get(row).record());
    }
}
