package bankassistant.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.audit.record.Entry;
import bankassistant.ui.audit.AuditViewModel.State;
import bankassistant.ui.shell.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All on one thread: what is put in the background runs when the test says so. */
class AuditViewModelTest {

    private static final Clock NOW = Clock.fixed(FakeRecords.END, ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final Queue<Runnable> later = new ArrayDeque<>();
    private final FakeRecords records = new FakeRecords(10_000);
    private AuditViewModel model;

    @BeforeEach
    void start() {
        model = new AuditViewModel(records, new SavedFilters(folder.resolve("filters.json")), later::add, Runnable::run,
                NOW, new Messages());
        model.start();
    }

    @Test
    void shows_all_records_at_first() {
        assertThat(model.state().get()).isEqualTo(State.LOADING);
        runAll();
        assertThat(model.state().get()).isEqualTo(State.SHOWN);
        assertThat(model.rows().get()).hasSize(10_000);
        assertThat(model.choices().get().users()).contains("mia.li");
    }

    @Test
    void each_list_and_each_search_is_recorded_once_however_many_pages_it_has() {
        runAll();
        model.rows().get().getFirst();
        model.rows().get().get(5_000);
        runAll();
        assertThat(records.listed).containsExactly("all");

        model.apply(RecordFilter.ALL.ofKinds(Set.of("sign_in")));
        runAll();
        model.clear();
        runAll();
        assertThat(records.listed).containsExactly("all", "kind sign_in", "all");
    }

    @Test
    void shows_what_a_search_finds_slice_by_slice() {
        runAll();
        model.apply(RecordFilter.ALL.ofKinds(Set.of("sign_in")));
        assertThat(model.search().get().running()).isTrue();
        assertThat(model.rows().get()).isEmpty();
        runAll();
        assertThat(model.rows().get()).hasSize(200);
        assertThat(model.search().get().running()).isFalse();
        assertThat(model.search().get().reached()).contains(records.record(0).time());
    }

    @Test
    void forgets_a_search_when_another_is_asked_for() {
        runAll();
        model.apply(RecordFilter.ALL.ofKinds(Set.of("sign_in")));
        model.apply(RecordFilter.ALL.ofUsers(Set.of("nobody")));
        runAll();
        assertThat(model.rows().get()).isEmpty();
        assertThat(model.state().get()).isEqualTo(State.SHOWN);
    }

    @Test
    void says_why_records_can_not_be_read_and_tries_again() {
        records.failing = true;
        runAll();
        assertThat(model.state().get()).isEqualTo(State.FAILED);
        assertThat(model.problem().get().text()).contains("the drive that holds it is gone");
        records.failing = false;
        model.retry();
        runAll();
        assertThat(model.state().get()).isEqualTo(State.SHOWN);
        assertThat(model.problem().get()).isNull();
    }

    @Test
    void opens_a_record_with_its_conversation() {
        runAll();
        model.open(9_001);
        assertThat(model.opening().get()).isTrue();
        runAll();
        assertThat(model.opening().get()).isFalse();
        assertThat(model.detail().get().conversation()).isNotEmpty();
        assertThat(model.detail().get().record().entry()).isInstanceOf(Entry.Answer.class);
    }

    @Test
    void shows_the_record_asked_for_last() {
        runAll();
        model.open(9_001);
        model.open(9_003);
        runAll();
        assertThat(model.detail().get().record().sequence()).isEqualTo(9_003);
        model.open(9_005);
        model.closeDetail();
        runAll();
        assertThat(model.detail().get()).isNull();
    }

    @Test
    void records_only_records_that_were_shown_as_seen() {
        runAll();
        model.open(9_001);
        model.open(9_003);
        runAll();
        assertThat(records.opened).containsExactly(9_003L);
    }

    @Test
    void says_why_a_record_can_not_be_opened() {
        runAll();
        records.failing = true;
        model.open(9_001);
        runAll();
        assertThat(model.detail().get()).isNull();
        assertThat(model.detailProblem().get().code()).isNotEmpty();
    }

    @Test
    void keeps_filters_by_name() {
        runAll();
        model.apply(RecordFilter.ALL.inScope(Optional.of(false)));
        model.save(" Turned away ");
        model.save("  ");
        runAll();
        assertThat(model.saved())
                .containsExactly(new SavedFilter("Turned away", RecordFilter.ALL.inScope(Optional.of(false))));
        model.removeSaved("Turned away");
        runAll();
        assertThat(model.saved()).isEmpty();
    }

    @Test
    void says_that_filters_can_not_be_saved() throws IOException {
        Files.writeString(folder.resolve("filters.json"), "nonsense");
        runAll();
        assertThat(model.savedProblem().get()).isNotNull();
        assertThat(model.state().get()).isEqualTo(State.SHOWN);
    }

    private void runAll() {
        while (!later.isEmpty()) {
            later.remove().run();
        }
    }
}
