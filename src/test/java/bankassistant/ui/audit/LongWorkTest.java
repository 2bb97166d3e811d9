package bankassistant.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.audit.Change;
import bankassistant.audit.Finding;
import bankassistant.ui.shell.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verification, export and figures: all on one thread, what is put in the background runs when the test says so. */
class LongWorkTest {

    private final Queue<Runnable> later = new ArrayDeque<>();
    private final FakeRecords records = new FakeRecords(4_000);
    private final Messages messages = new Messages();
    private final VerifyViewModel verify = new VerifyViewModel(records, later::add, Runnable::run, messages);

    @Test
    void verification_tells_how_far_it_is_and_ends_with_a_verdict() {
        List<VerifyViewModel.State> states = new ArrayList<>();
        verify.state().subscribe(state -> {
            states.add(state);
        });
        verify.start();
        runAll();
        assertThat(states).contains(new VerifyViewModel.State.Running(2_000, 4_000));
        assertThat(states.getLast()).isInstanceOfSatisfying(VerifyViewModel.State.Done.class,
                done -> assertThat(done.verdict().verified()).isTrue());
    }

    @Test
    void verification_tells_what_was_found() {
        records.finding = Optional.of(new Finding(Change.DELETION, 512, 514, "Behind record 511 comes record 515."));
        verify.start();
        runAll();
        assertThat(verify.state().get()).isInstanceOfSatisfying(VerifyViewModel.State.Done.class,
                done -> assertThat(done.verdict().verified()).isFalse());
    }

    @Test
    void verification_can_be_cancelled() {
        verify.start();
        verify.cancel();
        runAll();
        assertThat(verify.state().get()).isEqualTo(new VerifyViewModel.State.Cancelled());
    }

    @Test
    void a_dismissed_verification_says_nothing_more() {
        verify.start();
        verify.dismiss();
        runAll();
        assertThat(verify.state().get()).isEqualTo(new VerifyViewModel.State.Idle());
    }

    @Test
    void verification_says_why_it_could_not_be_done() {
        records.failing = true;
        verify.start();
        runAll();
        assertThat(verify.state().get()).isInstanceOf(VerifyViewModel.State.Failed.class);
    }

    @Test
    void an_export_goes_where_the_auditor_says(@TempDir Path folder) {
        ExportViewModel export = export((name, _) -> Optional.of(folder.resolve(name)));
        export.choose();
        export.export(RecordQuery.ALL, ExportFormat.CSV);
        runAll();
        assertThat(export.state().get())
                .isEqualTo(new ExportViewModel.State.Done(1_000, folder.resolve("audit-records.csv")));
        assertThat(folder.resolve("audit-records.csv")).exists();
    }

    @Test
    void without_a_place_nothing_is_exported() {
        ExportViewModel export = export((_, _) -> Optional.empty());
        export.choose();
        export.export(RecordQuery.ALL, ExportFormat.PDF);
        runAll();
        assertThat(export.state().get()).isEqualTo(new ExportViewModel.State.Choosing());
    }

    @Test
    void an_export_can_be_cancelled(@TempDir Path folder) {
        ExportViewModel export = export((name, _) -> Optional.of(folder.resolve(name)));
        export.export(RecordQuery.ALL, ExportFormat.JSONL);
        export.cancel();
        runAll();
        assertThat(export.state().get()).isEqualTo(new ExportViewModel.State.Cancelled());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void an_export_says_why_its_file_can_not_be_written(@TempDir Path folder) throws java.io.IOException {
        Path missing = Files.createDirectory(folder.resolve("taken"));
        ExportViewModel export = export((_, _) -> Optional.of(missing));
        export.export(RecordQuery.ALL, ExportFormat.CSV);
        runAll();
        assertThat(export.state().get()).isInstanceOfSatisfying(ExportViewModel.State.Failed.class,
                failed -> assertThat(failed.problem().text()).isEqualTo(messages.text("audit.failure.export.file")));
    }

    @Test
    void figures_count_questions_by_intent_and_answers_by_form() {
        FiguresViewModel model = figures();
        model.show(RecordQuery.ALL);
        runAll();
        Figures figures = model.figures().get();
        assertThat(figures.questions()).isEqualTo(1_920);
        assertThat(List.copyOf(figures.intents().values())).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(figures.unit()).isEqualTo(ChronoUnit.DAYS);
        assertThat(figures.periods()).hasSizeBetween(10, 12).allSatisfy(period -> {
            assertThat(period.outOfScope()).isPositive();
            assertThat(period.median()).isBetween(456.0, 820.0).isLessThanOrEqualTo(period.p95());
        });
        assertThat(model.counting().get()).isFalse();
    }

    @Test
    void figures_are_counted_once_for_one_question_and_anew_for_another() {
        FiguresViewModel model = figures();
        model.show(RecordQuery.ALL);
        model.show(RecordQuery.ALL);
        assertThat(later).hasSize(1);
        model.show(RecordFilter.ALL.holding("weather").at(java.time.Clock.systemUTC()));
        runAll();
        assertThat(model.figures().get().questions()).isLessThan(300);
    }

    private FiguresViewModel figures() {
        return new FiguresViewModel(records, later::add, Runnable::run, ZoneOffset.UTC, messages);
    }

    private ExportViewModel export(FileChoice files) {
        return new ExportViewModel(records, files, later::add, Runnable::run, messages);
    }

    private void runAll() {
        while (!later.isEmpty()) {
            later.remove().run();
        }
    }
}
