package bankassistant.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class IdleLockTest {

    private Instant wall = Instant.parse("2026-11-02T09:00:00Z");
    private long nanos = -5;
    private int locks;
    private final IdleLock lock = new IdleLock(IdleLock.USUAL, () -> wall, () -> nanos, () -> locks++);

    @Test
    void locks_after_five_minutes_and_not_before() {
        pass(Duration.ofSeconds(299));
        lock.check();
        assertThat(locks).isZero();

        pass(Duration.ofSeconds(1));
        lock.check();
        assertThat(locks).isOne();
    }

    @Test
    void whoever_does_something_is_not_locked_out() {
        for (int i = 0; i < 5; i++) {
            pass(Duration.ofMinutes(4));
            lock.touched();
            lock.check();
        }
        assertThat(locks).isZero();
    }

    @Test
    void locks_when_the_machine_slept_and_only_the_clock_on_the_wall_went_on() {
        wall = wall.plus(Duration.ofHours(1));
        lock.check();

        assertThat(locks).isOne();
    }

    @Test
    void locks_though_the_clock_on_the_wall_was_set_back() {
        wall = wall.minus(Duration.ofDays(1));
        nanos += Duration.ofMinutes(5).toNanos();
        lock.check();

        assertThat(locks).isOne();
    }

    @Test
    void the_key_that_wakes_the_machine_does_not_undo_the_idleness() {
        pass(Duration.ofMinutes(6));
        lock.touched();
        lock.check();

        assertThat(locks).isOne();
    }

    @Test
    void locks_once_for_each_time_of_idleness() {
        pass(Duration.ofMinutes(5));
        lock.check();
        lock.check();
        assertThat(locks).isOne();

        pass(Duration.ofMinutes(5));
        lock.check();
        assertThat(locks).isEqualTo(2);
    }

    private void pass(Duration time) {
        wall = wall.plus(time);
        nanos += time.toNanos();
    }
}
