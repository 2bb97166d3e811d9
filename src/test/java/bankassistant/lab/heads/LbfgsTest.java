package bankassistant.lab.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The least value of a function is found. */
class LbfgsTest {

    @Test
    void though_it_is_much_steeper_one_way_than_another() {
        double[] steepness = {1, 10, 100, 1_000, 10_000};
        double[] found = new Lbfgs((point, gradient) -> {
            double value = 1;
            for (int i = 0; i < point.length; i++) {
                double off = point[i] - i;
                gradient[i] = 2 * steepness[i] * off;
                value += steepness[i] * off * off;
            }
            return value;
        }).minimum(new double[]{50, -50, 50, -50, 50});
        assertThat(found).containsExactly(new double[]{0, 1, 2, 3, 4}, within(0.05));
    }

    @Test
    void at_once_where_the_search_begins_with_it() {
        double[] start = {3};
        double[] found = new Lbfgs((point, gradient) -> {
            gradient[0] = 2 * (point[0] - 3);
            return (point[0] - 3) * (point[0] - 3);
        }).minimum(start);
        assertThat(found).containsExactly(3);
        assertThat(start).containsExactly(3);
    }
}
