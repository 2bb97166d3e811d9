package bankassistant.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordCostTest {

    @ParameterizedTest
    @CsvSource({"0.5, 65536, 15", "1.9, 65536, 4", "5, 32768, 3", "10, 19456, 2", "100, 19456, 2"})
    void a_slower_machine_gets_a_lower_cost_but_never_one_below_the_floor(double nanosPerByte, int memory, int passes) {
        PasswordCost cost = PasswordCost.calibrated(Duration.ofMillis(500),
                tried -> (long) (nanosPerByte * 1024 * tried.memoryKib() * tried.passes()));

        assertThat(cost).isEqualTo(new PasswordCost(memory, passes, 1));
    }

    @Test
    void a_very_fast_machine_stops_at_the_ceiling() {
        assertThat(PasswordCost.calibrated(Duration.ofMillis(500), _ -> 1_000)).isEqualTo(
                new PasswordCost(65_536, 64, 1));
    }

    @ParameterizedTest
    @CsvSource({"19455, 2, 1", "19456, 1, 1", "262145, 2, 1", "65536, 65, 1", "65536, 2, 0", "65536, 2, 5",
            "2147483647, 2, 1"})
    void costs_out_of_range_are_refused(int memory, int passes, int lanes) {
        assertThatThrownBy(() -> new PasswordCost(memory, passes, lanes)).isInstanceOf(
                IllegalArgumentException.class);
    }

    /** From the reference implementation's tests, phc-winner-argon2, src/test.c. */
    @Test
    void derives_what_the_reference_implementation_derives() {
        byte[] key = Argon2.key("password".getBytes(StandardCharsets.US_ASCII), "somesalt".getBytes(
                StandardCharsets.US_ASCII), new PasswordCost(65_536, 2, 1));

        assertThat(HexFormat.of().formatHex(key)).isEqualTo(
                "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
    }
}
