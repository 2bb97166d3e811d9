package bankassistant.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProportionTest {

    @Test
    void its_interval_is_wilsons() {
        // Newcombe 1998, table I: 81 of 263 and 15 of 148
        assertThat(new Proportion(81, 263).low()).isCloseTo(0.2553, within(5e-5));
        assertThat(new Proportion(81, 263).high()).isCloseTo(0.3662, within(5e-5));
        assertThat(new Proportion(15, 148).low()).isCloseTo(0.0624, within(5e-5));
        assertThat(new Proportion(15, 148).high()).isCloseTo(0.1605, within(5e-5));
    }

    @Test
    void all_and_none_have_intervals_too() {
        assertThat(new Proportion(20, 20).high()).isCloseTo(1, within(1e-9));
        assertThat(new Proportion(20, 20).low()).isBetween(0.8, 0.9);
        assertThat(new Proportion(0, 20).low()).isCloseTo(0, within(1e-9));
    }

    @Test
    void refuses_what_is_no_proportion() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(3, 2));
    }
}
