package bankassistant.ui.audit;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * Figures of the records that are shown.
 *
 * @param questions how many
 * @param intents   questions by intent, the most asked first
 * @param unit      what a period is: an hour, a day, a week or a month
 * @param periods   in order, without those in which nothing was asked
 */
public record Figures(long questions, Map<String, Long> intents, ChronoUnit unit, List<Period> periods) {

    public static final Figures NONE = new Figures(0, Map.of(), ChronoUnit.DAYS, List.of());

    public Figures {
        periods = List.copyOf(periods);
    }

    /**
     * @param start      in the auditor's time zone
     * @param answers    given, of any form
     * @param outOfScope turned away because they were no banking questions
     * @param withheld   not in the policies
     * @param handOvers  passed on to a person
     * @param failed     questions that a stage failed at
     * @param median     of the time from question to answer, in milliseconds; 0 without answers
     * @param p95        which 95 of 100 answers did not take longer than, in milliseconds; 0 without answers
     */
    public record Period(LocalDateTime start, long answers, long outOfScope, long withheld, long handOvers, long failed,
            double median, double p95) {}

    public boolean isEmpty() {
        return questions == 0 && periods.isEmpty();
    }

    public long answers() {
        return periods.stream().mapToLong(Period::answers).sum();
    }
}
