package bankassistant.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordFilterTest {

    private static final Clock BERLIN = Clock.fixed(Instant.parse("2026-11-22T23:30:00Z"), ZoneId.of("Europe/Berlin"));
    private static final RecordFilter EVERYTHING = new RecordFilter(
            new TimeRange.Between(Optional.of(LocalDate.of(2026, 3, 1)), Optional.empty()), Set.of("ana"),
            Set.of("answer"), Set.of("atm_fees"), Optional.of(true), Optional.of("cards"), true,
            Set.of("CREDIT_CARD"), "stolen");

    private final FakeRecords records = new FakeRecords(2_000);

    @Test
    void asks_for_all_until_something_is_filtered() {
        assertThat(RecordFilter.ALL.at(BERLIN).asksForAll()).isTrue();
        assertThat(RecordFilter.ALL.holding(" ").at(BERLIN).asksForAll()).isTrue();
        assertThat(RecordFilter.ALL.failingChecks(true).at(BERLIN).asksForAll()).isFalse();
    }

    @Test
    void today_begins_at_midnight_where_the_auditor_is() {
        RecordQuery query = RecordFilter.ALL.during(TimeRange.TODAY).at(BERLIN);
        assertThat(query.query().from()).contains(Instant.parse("2026-11-22T23:00:00Z"));
        assertThat(query.query().to()).isEmpty();
    }

    @Test
    void the_last_seven_days_hold_today_and_six_before() {
        assertThat(new TimeRange.LastDays(7).from(BERLIN)).contains(Instant.parse("2026-11-16T23:00:00Z"));
    }

    @Test
    void the_last_day_of_a_range_is_within_it() {
        TimeRange day = new TimeRange.Between(Optional.of(LocalDate.of(2026, 3, 29)),
                Optional.of(LocalDate.of(2026, 3, 29)));
        assertThat(day.from(BERLIN)).contains(Instant.parse("2026-03-28T23:00:00Z"));
        assertThat(day.to(BERLIN)).as("the clocks went forward").contains(Instant.parse("2026-03-29T22:00:00Z"));
    }

    @Test
    void finds_answers_whose_text_failed_the_check() {
        List<AuditRecord> found = found(RecordFilter.ALL.failingChecks(true));
        assertThat(found).isNotEmpty().allSatisfy(record -> assertThat(((Entry.Answer) record.entry()).checks())
                .get().satisfies(checks -> assertThat(checks.faults()).isNotEmpty()));
    }

    @Test
    void finds_questions_in_which_a_type_of_personal_data_was_masked() {
        List<AuditRecord> found = found(RecordFilter.ALL.masking(Set.of("IBAN_CODE")));
        assertThat(found).isNotEmpty().allSatisfy(
                record -> assertThat(((Entry.Question) record.entry()).pii()).containsKey("IBAN_CODE"));
    }

    @Test
    void saved_filters_come_back_as_they_were(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("new").resolve("filters.json");
        new SavedFilters(file).save(new SavedFilter("Everything", EVERYTHING));
        new SavedFilters(file).save(new SavedFilter("a week", RecordFilter.ALL.during(new TimeRange.LastDays(7))));
        assertThat(new SavedFilters(file).all()).containsExactly(
                new SavedFilter("a week", RecordFilter.ALL.during(new TimeRange.LastDays(7))),
                new SavedFilter("Everything", EVERYTHING));
    }

    @Test
    void a_saved_filter_replaces_one_of_the_same_name(@TempDir Path folder) throws IOException {
        SavedFilters saved = new SavedFilters(folder.resolve("filters.json"));
        saved.save(new SavedFilter("Cards", EVERYTHING));
        assertThat(saved.save(new SavedFilter("cards", RecordFilter.ALL)))
                .containsExactly(new SavedFilter("cards", RecordFilter.ALL));
        assertThat(saved.remove("CARDS")).isEmpty();
    }

    @Test
    void a_damaged_file_of_saved_filters_is_told_and_kept(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("filters.json");
        for (String damaged : List.of("[{\"name\":", "[{\"name\":\"x\"}]", "{}",
                "[{\"name\":\"x\",\"filter\":{\"time\":{\"range\":\"last_days\",\"days\":0}}}]")) {
            Files.writeString(file, damaged);
            assertThatThrownBy(() -> new SavedFilters(file).save(new SavedFilter("y", RecordFilter.ALL)))
                    .as(damaged).isInstanceOf(IOException.class);
            assertThat(file).hasContent(damaged);
        }
    }

    private List<AuditRecord> found(RecordFilter filter) {
        RecordQuery query = filter.at(BERLIN);
        return LongStream.range(0, records.size).mapToObj(records::record).filter(query::matches).toList();
    }
}
