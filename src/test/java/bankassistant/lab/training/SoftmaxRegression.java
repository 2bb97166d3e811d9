package bankassistant.lab.training;

import bankassistant.model.training.AdamW;
import bankassistant.model.training.BatchLoss;
import bankassistant.model.training.LabelledBatch;
import bankassistant.model.training.Parameter;
import bankassistant.model.training.TrainableNetwork;
import bankassistant.model.training.TrainingState;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sorts bags of tokens into classes: the smallest network there is, with gradients and AdamW written out. */
final class SoftmaxRegression implements TrainableNetwork<LabelledBatch> {

    private final int vocabulary;
    private final int classes;
    private final double dropout;
    private final List<Parameter> parameters;
    private TrainingState state;
    private List<double[]> gradients;
    /** Seeds of the batches so far. */
    final List<Long> seeds = new ArrayList<>();
    /** Rows of the batches so far. */
    int rows;
    /** From this batch on, counted from 1, the loss is not a number. */
    int brokenFromBatch = Integer.MAX_VALUE;
    /** From this step on, counted from 1, the gradient is infinite. */
    long brokenFromStep = Long.MAX_VALUE;

    SoftmaxRegression(int vocabulary, int classes, double dropout) {
        this.vocabulary = vocabulary;
        this.classes = classes;
        this.dropout = dropout;
        parameters = List.of(new Parameter("weight", new long[]{classes, vocabulary}, true),
                new Parameter("bias", new long[]{classes}, false));
        state = new TrainingState(zeros(), zeros(), zeros());
        clear();
    }

    private List<float[]> zeros() {
        return List.of(new float[classes * vocabulary], new float[classes]);
    }

    private void clear() {
        gradients = List.of(new double[classes * vocabulary], new double[classes]);
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public BatchLoss accumulate(LabelledBatch batch, double weight, long seed) {
        seeds.add(seed);
        rows += batch.rows();
        Random random = new Random(seed);
        double loss = 0;
        for (int row = 0; row < batch.rows(); row++) {
            double[] features = features(batch.ids().get(row), random);
            double[] probabilities = probabilities(features);
            for (int c = 0; c < classes; c++) {
                loss -= batch.targets()[row][c] * Math.log(probabilities[c]) / batch.rows();
                double slope = weight * (probabilities[c] - batch.targets()[row][c]) / batch.rows();
                gradients.get(1)[c] += slope;
                for (int token = 0; token < vocabulary; token++) {
                    gradients.get(0)[c * vocabulary + token] += slope * features[token];
                }
            }
        }
        return new BatchLoss(seeds.size() >= brokenFromBatch ? Double.NaN : loss, batch.tokens());
    }

    /** How often each token comes; with dropout some are not seen and the others count more. */
    private double[] features(int[] ids, Random random) {
        double[] features = new double[vocabulary];
        for (int id : ids) {
            if (random.nextDouble() >= dropout) {
                features[id] += 1 / (1 - dropout);
            }
        }
        return features;
    }

    private double[] probabilities(double[] features) {
        double[] probabilities = new double[classes];
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            probabilities[c] = Math.exp(logit(c, features));
            sum += probabilities[c];
        }
        for (int c = 0; c < classes; c++) {
            probabilities[c] /= sum;
        }
        return probabilities;
    }

    private double logit(int c, double[] features) {
        double logit = state.values().get(1)[c];
        for (int token = 0; token < vocabulary; token++) {
            logit += state.values().get(0)[c * vocabulary + token] * features[token];
        }
        return logit;
    }

    @Override
    public double update(AdamW step) {
        double squares = 0;
        for (double[] gradient : gradients) {
            for (double value : gradient) {
                squares += value * value;
            }
        }
        double norm = step.step() >= brokenFromStep ? Double.POSITIVE_INFINITY : Math.sqrt(squares);
        if (Double.isFinite(norm)) {
            double clip = Math.min(1, step.maxNorm() / norm);
            for (int p = 0; p < parameters.size(); p++) {
                update(p, step, clip);
            }
        }
        clear();
        return norm;
    }

    private void update(int p, AdamW step, double clip) {
        float[] values = state.values().get(p);
        float[] first = state.firstMoments().get(p);
        float[] second = state.secondMoments().get(p);
        double decay = parameters.get(p).decays() ? step.weightDecay() : 0;
        for (int i = 0; i < values.length; i++) {
            double gradient = gradients.get(p)[i] * clip;
            first[i] = (float) (step.beta1() * first[i] + (1 - step.beta1()) * gradient);
            second[i] = (float) (step.beta2() * second[i] + (1 - step.beta2()) * gradient * gradient);
            double mean = first[i] / (1 - Math.pow(step.beta1(), step.step()));
            double square = second[i] / (1 - Math.pow(step.beta2(), step.step()));
            values[i] -= (float) (step.headLearningRate()
                    * (mean / (Math.sqrt(square) + step.epsilon()) + decay * values[i]));
        }
    }

    @Override
    public float[] gradient(int parameter) {
        double[] gradient = gradients.get(parameter);
        float[] copy = new float[gradient.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = (float) gradient[i];
        }
        return copy;
    }

    @Override
    public float[][] logits(LabelledBatch batch) {
        float[][] logits = new float[batch.rows()][classes];
        for (int row = 0; row < batch.rows(); row++) {
            double[] features = new double[vocabulary];
            for (int id : batch.ids().get(row)) {
                features[id]++;
            }
            for (int c = 0; c < classes; c++) {
                logits[row][c] = (float) logit(c, features);
            }
        }
        return logits;
    }

    @Override
    public TrainingState state() {
        return copy(state);
    }

    @Override
    public void restore(TrainingState from) {
        state = copy(from);
        clear();
    }

    private static TrainingState copy(TrainingState state) {
        return new TrainingState(state.values().stream().map(float[]::clone).toList(),
                state.firstMoments().stream().map(float[]::clone).toList(),
                state.secondMoments().stream().map(float[]::clone).toList());
    }

    @Override
    public void close() {
        // nothing is held
    }
}
