package bankassistant.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bankassistant.model.training.AdamW;
import org.junit.jupiter.api.Test;

class CosineScheduleTest {

    private static CosineSchedule schedule(double warmup, long steps) {
        return new CosineSchedule(new TrainingPlan.Optimizer(2e-4, 1e-3, warmup, 0.9, 0.99, 1e-8, 0.01, 1), steps);
    }

    @Test
    void rises_linearly_and_falls_as_half_a_cosine() {
        CosineSchedule schedule = schedule(0.1, 100);

        assertThat(schedule.factor(1)).isCloseTo(0.1, within(1e-12));
        assertThat(schedule.factor(5)).isCloseTo(0.5, within(1e-12));
        assertThat(schedule.factor(10)).isEqualTo(1);
        assertThat(schedule.factor(11)).isEqualTo(1);
        assertThat(schedule.factor(56)).isCloseTo(0.5, within(1e-12));
        for (long step = 12; step <= 100; step++) {
            assertThat(schedule.factor(step)).isLessThan(schedule.factor(step - 1)).isPositive();
        }
        assertThat(schedule.factor(100)).isLessThan(0.001);
    }

    @Test
    void no_step_is_in_vain_however_few_there_are() {
        for (int steps = 1; steps < 20; steps++) {
            for (long step = 1; step <= steps; step++) {
                assertThat(schedule(0.06, steps).factor(step)).isPositive().isLessThanOrEqualTo(1);
                assertThat(schedule(0.9, steps).factor(step)).isPositive().isLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void scales_the_rates_of_adapters_and_head_alike() {
        AdamW step = schedule(0.1, 100).at(5);

        assertThat(step.learningRate()).isCloseTo(1e-4, within(1e-12));
        assertThat(step.headLearningRate()).isCloseTo(5e-4, within(1e-12));
        assertThat(step.step()).isEqualTo(5);
        assertThat(step.beta2()).isEqualTo(0.99);
    }
}
