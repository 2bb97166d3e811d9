package bankassistant.model.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import bankassistant.model.GenerationOptions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplerTest {

    private static final float[] LOGITS = {(float) Math.log(0.1), (float) Math.log(0.5), Float.NEGATIVE_INFINITY,
            (float) Math.log(0.3), (float) Math.log(0.1)};
    private static final int DRAWS = 20_000;

    @Test
    void tokens_come_as_often_as_they_are_likely() {
        assertShares(options(1, 1, 0), 0.1, 0.5, 0, 0.3, 0.1);
    }

    @Test
    void a_low_temperature_favours_the_likeliest() {
        // p^2 / sum p^2
        assertShares(options(0.5, 1, 0), 0.01 / 0.36, 0.25 / 0.36, 0, 0.09 / 0.36, 0.01 / 0.36);
    }

    @Test
    void top_k_keeps_the_likeliest() {
        assertShares(options(1, 1, 2), 0, 0.5 / 0.8, 0, 0.3 / 0.8, 0);
    }

    @Test
    void a_top_k_beyond_the_vocabulary_keeps_all() {
        assertShares(options(1, 1, 99), 0.1, 0.5, 0, 0.3, 0.1);
    }

    @Test
    void the_nucleus_is_the_smallest_set_that_reaches_its_mass() {
        assertShares(options(1, 0.6, 0), 0, 0.5 / 0.8, 0, 0.3 / 0.8, 0);
        assertShares(options(1, 0.49, 0), 0, 1, 0, 0, 0);
    }

    @Test
    void a_tiny_nucleus_keeps_the_likeliest() {
        assertShares(options(1, Double.MIN_VALUE, 0), 0, 1, 0, 0, 0);
    }

    @Test
    void the_nucleus_is_measured_among_the_top_k() {
        assertShares(options(1, 0.6, 2), 0, 1, 0, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, Double.MIN_VALUE})
    void no_temperature_takes_the_likeliest(double temperature) {
        assertShares(options(temperature, 1, 0), 0, 1, 0, 0, 0);
    }

    @Test
    void the_same_seed_draws_the_same_tokens() {
        Sampler one = new Sampler(options(1, 1, 0));
        Sampler two = new Sampler(options(1, 1, 0));
        for (int i = 0; i < 100; i++) {
            assertThat(one.next(LOGITS)).isEqualTo(two.next(LOGITS));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.7})
    void logits_that_are_no_numbers_are_refused(double temperature) {
        for (float[] logits : List.of(new float[]{1, Float.NaN}, new float[]{Float.NaN, 1},
                new float[]{Float.POSITIVE_INFINITY, 1}, new float[]{Float.NEGATIVE_INFINITY})) {
            assertThatThrownBy(() -> new Sampler(options(temperature, 0.9, 0)).next(logits))
                    .isInstanceOf(IllegalStateException.class).hasMessageContaining("no probabilities");
        }
    }

    @Test
    void takes_the_likeliest_token_that_is_allowed() {
        float[] logits = {3, 1, 2};

        assertThat(Sampler.likeliest(logits.clone(), token -> token != 0)).hasValue(2);
        assertThat(Sampler.likeliest(logits.clone(), _ -> false)).isEmpty();
    }

    private static GenerationOptions options(double temperature, double topP, int topK) {
        return new GenerationOptions(10, temperature, topP, topK, 42, List.of(), true);
    }

    private static void assertShares(GenerationOptions options, double... shares) {
        Sampler sampler = new Sampler(options);
        double[] drawn = new double[LOGITS.length];
        for (int i = 0; i < DRAWS; i++) {
            drawn[sampler.next(LOGITS)] += 1.0 / DRAWS;
        }
        for (int token = 0; token < shares.length; token++) {
            // four standard deviations at most
            assertThat(drawn[token]).as("token %d", token).isCloseTo(shares[token],
                    within(shares[token] == 0 ? 0 : 0.015));
        }
    }
}
