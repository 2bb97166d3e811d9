package bankassistant.lab.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bankassistant.model.Softmax;
import bankassistant.model.SparseVector;
import bankassistant.model.weights.HeadTensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A linear layer is fitted to vectors that stay as they are. */
class SoftmaxRegressionTest {

    private static final int WIDTH = 5;
    private static final int CLASSES = 3;

    private final List<SparseVector> rows = new ArrayList<>();
    private final List<float[]> targets = new ArrayList<>();

    @Test
    void along_the_gradient_of_its_loss() {
        noise(new Random(4), 30);
        SoftmaxRegression regression = new SoftmaxRegression(rows, targets, WIDTH, 0.1);
        double[] point = new Random(5).doubles((WIDTH + 1) * CLASSES, -1, 1).toArray();
        double[] gradient = new double[point.length];
        regression.loss(point, gradient);
        double step = 1e-6;
        for (int i = 0; i < point.length; i++) {
            double[] aside = point.clone();
            aside[i] += step;
            double up = regression.loss(aside, new double[point.length]);
            aside[i] -= 2 * step;
            double down = regression.loss(aside, new double[point.length]);
            assertThat((up - down) / (2 * step)).as("value " + i).isCloseTo(gradient[i], within(1e-7));
        }
    }

    @Test
    void so_that_it_tells_apart_what_can_be_told_apart() {
        for (int i = 0; i < 30; i++) {
            int label = i % CLASSES;
            rows.add(new SparseVector(new int[]{label, 3}, new float[]{1, 1}));
            targets.add(only(label));
        }
        HeadTensors head = new SoftmaxRegression(rows, targets, WIDTH, 1e-3).fit();
        for (int i = 0; i < rows.size(); i++) {
            assertThat(CrossValidation.likeliest(head.logits(rows.get(i)))).isEqualTo(i % CLASSES);
        }
    }

    @Test
    void and_where_the_vectors_say_nothing_it_knows_the_classes_shares_alone() {
        for (int i = 0; i < 40; i++) {
            rows.add(SparseVector.of(new float[]{1, 0, 0, 0, 1}));
            targets.add(only(i < 20 ? 0 : i < 30 ? 1 : 2));
        }
        HeadTensors head = new SoftmaxRegression(rows, targets, WIDTH, 1).fit();
        double[] expected = {0.5, 0.25, 0.25};
        double[] said = Softmax.of(head.bias());
        assertThat(said).containsExactly(expected, within(0.01));
    }

    @Test
    void or_nothing_at_all_once_the_shares_are_taken_out() {
        List<String> texts = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            texts.add("text " + i);
            labels.add(i < 20 ? 0 : i < 30 ? 1 : 2);
        }
        LabelledTexts all = new LabelledTexts(List.of("a", "b", "c"), texts, labels);
        float[] bias = {(float) Math.log(0.5), (float) Math.log(0.25), (float) Math.log(0.25)};
        double[] said = Softmax.of(ClassShares.of(all).removedFrom(bias));
        assertThat(said).containsExactly(new double[]{1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-6));
    }

    private void noise(Random random, int count) {
        for (int i = 0; i < count; i++) {
            rows.add(new SparseVector(new int[]{0, 2, 4},
                    new float[]{random.nextFloat(), random.nextFloat(), random.nextFloat()}));
            targets.add(only(random.nextInt(CLASSES)));
        }
    }

    private static float[] only(int label) {
        float[] target = new float[CLASSES];
        target[label] = 1;
        return target;
    }
}
