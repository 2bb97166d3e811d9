package bankassistant.ui.audit;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** When records are from, in whole days of the auditor's time zone. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "range")
@JsonSubTypes({@JsonSubTypes.Type(value = TimeRange.Always.class, name = "always"),
        @JsonSubTypes.Type(value = TimeRange.LastDays.class, name = "last_days"),
        @JsonSubTypes.Type(value = TimeRange.Between.class, name = "between")})
public sealed interface TimeRange {

    TimeRange ALWAYS = new Always();
    TimeRange TODAY = new LastDays(1);

    /** The earliest time; empty for the beginning of the log. */
    Optional<Instant> from(Clock now);

    /** What records are before; empty for no end. */
    Optional<Instant> to(Clock now);

    record Always() implements TimeRange {

        @Override
        public Optional<Instant> from(Clock now) {
            return Optional.empty();
        }

        @Override
        public Optional<Instant> to(Clock now) {
            return Optional.empty();
        }
    }

    /** @param days today is the last of them; at least 1 */
    record LastDays(int days) implements TimeRange {

        public LastDays {
            if (days < 1) {
                throw new IllegalArgumentException("the last " + days + " days");
            }
        }

        @Override
        public Optional<Instant> from(Clock now) {
            return Optional.of(start(LocalDate.now(now).minusDays(days - 1), now));
        }

        @Override
        public Optional<Instant> to(Clock now) {
            return Optional.empty();
        }
    }

    /**
     * Both days are within. A first day after the last asks for nothing.
     *
     * @param first empty for the beginning of the log
     * @param last  empty for no end
     */
    record Between(Optional<LocalDate> first, Optional<LocalDate> last) implements TimeRange {

        @Override
        public Optional<Instant> from(Clock now) {
            return first.map(day -> start(day, now));
        }

        @Override
        public Optional<Instant> to(Clock now) {
            return last.map(day -> start(day.plusDays(1), now));
        }
    }

    private static Instant start(LocalDate day, Clock clock) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }
}
