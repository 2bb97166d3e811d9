package bankassistant.ui.audit;

import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts records hour by hour, and makes figures of the hours. Not safe for several threads. */
final class Tally {

    private static final int HOURS_SHOWN = 48;
    private static final int DAYS_SHOWN = 62;
    private static final int WEEKS_SHOWN = 53;
    private static final double MICROSECONDS = 1e3;

    private final ZoneId zone;
    private final Map<String, Long> intents = new HashMap<>();
    private final SortedMap<LocalDateTime, Counts> hours = new TreeMap<>();
    private long questions;

    Tally(ZoneId zone) {
        this.zone = zone;
    }

    void add(AuditRecord record) {
        switch (record.entry()) {
            case Entry.Question question -> {
                questions++;
                question.meaning().flatMap(Entry.Meaning::intent)
                        .ifPresent(intent -> intents.merge(intent, 1L, Long::sum));
            }
            case Entry.Answer answer -> hours.computeIfAbsent(
                    LocalDateTime.ofInstant(record.time(), zone).truncatedTo(ChronoUnit.HOURS), _ -> new Counts())
                    .add(answer);
            default -> {
                // other acts have no figures
            }
        }
    }

    Figures figures() {
        ChronoUnit unit = unit();
        SortedMap<LocalDateTime, Counts> periods = new TreeMap<>();
        hours.forEach((hour, counts) -> periods.computeIfAbsent(start(hour, unit), _ -> new Counts()).add(counts));
        List<Figures.Period> shown = periods.entrySet().stream()
                .map(period -> period.getValue().period(period.getKey()))
                .toList();
        return new Figures(questions, byCount(intents), unit, shown);
    }

    private ChronoUnit unit() {
        if (hours.isEmpty()) {
            return ChronoUnit.DAYS;
        }
        long span = ChronoUnit.HOURS.between(hours.firstKey(), hours.lastKey());
        if (span <= HOURS_SHOWN) {
            return ChronoUnit.HOURS;
        }
        long days = span / 24;
        return days <= DAYS_SHOWN ? ChronoUnit.DAYS : days <= 7 * WEEKS_SHOWN ? ChronoUnit.WEEKS : ChronoUnit.MONTHS;
    }

    private static LocalDateTime start(LocalDateTime hour, ChronoUnit unit) {
        return switch (unit) {
            case HOURS -> hour;
            case DAYS -> hour.truncatedTo(ChronoUnit.DAYS);
            case WEEKS -> hour.truncatedTo(ChronoUnit.DAYS)
                    .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            default -> hour.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
        };
    }

    private static Map<String, Long> byCount(Map<String, Long> counts) {
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    private static final class Counts {

        private final Map<String, Long> forms = new HashMap<>();
        private long given;
        private long failed;
        private int[] micros = new int[8];
        private int timed;

        void add(Entry.Answer answer) {
            switch (answer.outcome()) {
                case GIVEN -> {
                    given++;
                    forms.merge(answer.form(), 1L, Long::sum);
                    Long total = answer.timingsUs().get("total");
                    if (total != null) {
                        time((int) Math.min(Integer.MAX_VALUE, total));
                    }
                }
                case FAILED, REFUSED -> failed++;
                case STOPPED -> {
                    // the person's own wish
                }
            }
        }

        void add(Counts other) {
            given += other.given;
            failed += other.failed;
            other.forms.forEach((form, count) -> forms.merge(form, count, Long::sum));
            for (int i = 0; i < other.timed; i++) {
                time(other.micros[i]);
            }
        }

        private void time(int microseconds) {
            if (timed == micros.length) {
                micros = Arrays.copyOf(micros, 2 * timed);
            }
            micros[timed++] = microseconds;
        }

        Figures.Period period(LocalDateTime start) {
            int[] sorted = Arrays.copyOf(micros, timed);
            Arrays.sort(sorted);
            return new Figures.Period(start, given, forms.getOrDefault("out_of_scope", 0L),
                    forms.getOrDefault("withheld", 0L), forms.getOrDefault("hand_over", 0L), failed,
                    quantile(sorted, 0.5), quantile(sorted, 0.95));
        }

        /** In milliseconds: the smallest value that the share of all does not exceed. */
        private static double quantile(int[] sorted, double share) {
            return sorted.length == 0
                    ? 0
                    : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / MICROSECONDS;
        }
    }
}
