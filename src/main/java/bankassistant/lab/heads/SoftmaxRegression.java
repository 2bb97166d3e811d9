package bankassistant.lab.heads;

import bankassistant.model.SparseVector;
import bankassistant.model.weights.HeadTensors;
import java.util.Arrays;
import java.util.List;

/**
 * A linear layer under a softmax, fitted to vectors that stay as they are: the mean cross-entropy and {@code penalty / 2} times the
 * weights' squares are at their least. The bias is not held back.
 */
final class SoftmaxRegression {

    private final List<SparseVector> rows;
    private final List<float[]> targets;
    private final int width;
    private final int classes;
    private final double penalty;

    /**
     * @param rows    of this width
     * @param targets for each row a distribution over the classes
     * @param penalty above 0
     */
    SoftmaxRegression(List<SparseVector> rows, List<float[]> targets, int width, double penalty) {
        if (rows.isEmpty() || rows.size() != targets.size()) {
            throw new IllegalArgumentException(rows.size() + " rows with " + targets.size() + " targets");
        }
        this.rows = rows;
        this.targets = targets;
        this.width = width;
        this.penalty = penalty;
        classes = targets.getFirst().length;
    }

    HeadTensors fit() {
        double[] solution = new Lbfgs(this::loss).minimum(new double[(width + 1) * classes]);
        float[] weight = new float[classes * width];
        float[] bias = new float[classes];
        for (int c = 0; c < classes; c++) {
            for (int i = 0; i < width; i++) {
                weight[c * width + i] = (float) solution[i * classes + c];
            }
            bias[c] = (float) solution[width * classes + c];
        }
        return new HeadTensors(weight, bias);
    }

    /**
     * The loss at a point, whose gradient is written beside it.
     *
     * @param point {@code [width + 1, classes]}, so that the weights of one value of a row lie together; the bias comes last
     */
    double loss(double[] point, double[] gradient) {
        double squares = 0;
        for (int i = 0; i < width * classes; i++) {
            squares += point[i] * point[i];
            gradient[i] = penalty * point[i];
        }
        Arrays.fill(gradient, width * classes, gradient.length, 0);
        double loss = 0;
        double[] errors = new double[classes];
        for (int row = 0; row < rows.size(); row++) {
            loss += errors(rows.get(row), targets.get(row), point, errors);
            gather(rows.get(row), errors, gradient);
        }
        return loss / rows.size() + penalty / 2 * squares;
    }

    /** A row's loss; the errors are what is said of it less what should be. */
    private double errors(SparseVector row, float[] target, double[] point, double[] errors) {
        System.arraycopy(point, width * classes, errors, 0, classes);
        for (int k = 0; k < row.places().length; k++) {
            int from = row.places()[k] * classes;
            double value = row.values()[k];
            for (int c = 0; c < classes; c++) {
                errors[c] += value * point[from + c];
            }
        }
        double most = Double.NEGATIVE_INFINITY;
        for (double logit : errors) {
            most = Math.max(most, logit);
        }
        double sum = 0;
        for (double logit : errors) {
            sum += Math.exp(logit - most);
        }
        double log = most + Math.log(sum);
        double loss = 0;
        for (int c = 0; c < classes; c++) {
            double logProbability = errors[c] - log;
            loss -= target[c] * logProbability;
            errors[c] = Math.exp(logProbability) - target[c];
        }
        return loss;
    }

    private void gather(SparseVector row, double[] errors, double[] gradient) {
        for (int k = 0; k < row.places().length; k++) {
            int from = row.places()[k] * classes;
            double share = row.values()[k] / rows.size();
            for (int c = 0; c < classes; c++) {
                gradient[from + c] += share * errors[c];
            }
        }
        for (int c = 0; c < classes; c++) {
            gradient[width * classes + c] += errors[c] / rows.size();
        }
    }
}
