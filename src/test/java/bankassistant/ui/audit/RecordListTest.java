package bankassistant.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

/** All on one thread: what is put in the background runs when the test says so. */
class RecordListTest {

    private static final long MILLION = 1_000_000;

    private final Queue<Runnable> later = new ArrayDeque<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final FakeRecords records = new FakeRecords(MILLION);
    private final RecordList list = list(records, Positions.whole(MILLION));

    @Test
    void has_a_row_for_every_record_without_reading_any() {
        assertThat(list).hasSize(1_000_000);
        assertThat(records.reads).hasValue(0);
        assertThat(list.get(0).sequence()).isEqualTo(MILLION - 1);
        assertThat(list.get(999_999).sequence()).isZero();
    }

    @Test
    void shows_a_placeholder_until_the_record_has_been_read() {
        RecordRow row = list.get(70);
        assertThat(row.content().get()).isEqualTo(new RecordRow.Content.Loading());
        runAll();
        assertThat(row.record()).contains(records.record(MILLION - 71));
        assertThat(list.get(70)).isSameAs(row);
    }

    @Test
    void shows_the_record_before_its_proof_is_checked() {
        RecordRow row = list.get(70);
        List<RecordRow.Content> shown = new ArrayList<>();
        row.content().subscribe(content -> {
            shown.add(content);
        });
        runAll();
        assertThat(shown).hasSize(3);
        assertThat(((RecordRow.Content.Present) shown.get(1)).proof()).isEmpty();
        assertThat(((RecordRow.Content.Present) shown.get(2)).proof()).get().extracting(Proof::standing)
                .isEqualTo(Proof.Standing.PROVEN);
    }

    @Test
    void reads_one_page_for_a_jump_to_the_middle() {
        IntStream.range(500_010, 500_050).forEach(list::get);
        runAll();
        assertThat(records.reads.get()).isLessThanOrEqualTo(2);
        assertThat(list.get(500_049).record()).isPresent();
    }

    @Test
    void reads_what_was_asked_for_last_first_and_skips_what_was_scrolled_past() {
        list.get(0);
        IntStream.iterate(1_000, i -> i < 900_000, i -> i + 1_000).forEach(list::get);
        RecordRow last = list.get(900_000);
        later.remove().run();
        runTwo();
        assertThat(last.record()).isPresent();
        runAll();
        assertThat(records.reads.get()).isLessThan(6);
    }

    @Test
    void lets_go_of_pages_that_are_out_of_sight() {
        IntStream.iterate(0, i -> i < 1_000_000, i -> i + 5_000).forEach(i -> {
            list.get(i);
            runAll();
        });
        assertThat(list.held()).isLessThanOrEqualTo(RecordList.KEPT);
        RecordRow again = list.get(0);
        runAll();
        assertThat(again.record()).isPresent();
    }

    @Test
    void says_where_a_record_can_not_be_read() {
        records.unreadable.add(MILLION - 5);
        RecordRow row = list.get(4);
        runAll();
        assertThat(row.content().get()).isEqualTo(new RecordRow.Content.Unreadable());
        assertThat(list.get(5).record()).isPresent();
    }

    @Test
    void tells_a_failure_and_reads_again_on_request() {
        records.failing = true;
        RecordRow row = list.get(4);
        runAll();
        assertThat(row.content().get()).isEqualTo(new RecordRow.Content.Failed());
        assertThat(failures).hasSize(1);
        records.failing = false;
        list.retry();
        runAll();
        assertThat(row.record()).isPresent();
    }

    @Test
    void grows_at_its_end_while_a_search_goes_on() {
        RecordList found = list(records, Positions.none());
        List<String> changes = new ArrayList<>();
        found.addListener((ListChangeListener<RecordRow>) change -> {
            while (change.next()) {
                changes.add(change.getFrom() + "-" + change.getTo());
            }
        });
        found.add(List.of(900L, 850L));
        found.add(List.of());
        found.add(List.of(20L));
        RecordRow row = found.get(2);
        runAll();
        assertThat(changes).containsExactly("0-2", "2-3");
        assertThat(row.record()).contains(records.record(20));
        assertThat(found.row(850)).isEqualTo(1);
        assertThat(found.row(851)).isNegative();
    }

    @Test
    void fills_rows_that_a_search_adds_to_a_page_that_was_read() {
        RecordList found = list(records, Positions.none());
        found.add(List.of(900L));
        found.get(0);
        runAll();
        found.add(List.of(850L));
        RecordRow added = found.get(1);
        runAll();
        assertThat(added.record()).contains(records.record(850));
    }

    private RecordList list(FakeRecords source, Positions positions) {
        Executor atOnce = Runnable::run;
        return new RecordList(source, positions, later::add, atOnce, failures::add);
    }

    private void runTwo() {
        for (int i = 0; i < 2 && !later.isEmpty(); i++) {
            later.remove().run();
        }
    }

    private void runAll() {
        while (!later.isEmpty()) {
            later.remove().run();
        }
    }
}
