package bankassistant.lab.training;

import bankassistant.model.training.LabelledBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongSupplier;

/** A training of milliseconds: rows of a few tokens, each class with tokens it likes. */
final class TinyTraining {

    static final int VOCABULARY = 24;
    static final int CLASSES = 4;
    private static final int ROWS = 96;

    /** 96 rows in batches of 4, 2 batches a step: 12 steps in each of 3 epochs. */
    static final TrainingPlan PLAN = TrainingPlan.defaults().withBatches(4, 1000, 2).withCheckpointEvery(5)
            .withOptimizer(TrainingPlan.defaults().optimizer().withLearningRates(0.05, 0.05));

    final List<TrainingProgress> progress = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();
    final List<Integer> epochs = new ArrayList<>();
    final List<Long> kept = new ArrayList<>();
    SoftmaxRegression network = network();
    TrainingSet<LabelledBatch> rows = rows(1);
    TrainingPlan plan = PLAN;
    Map<String, String> settings = Map.of("rank", "32");
    /** The process ends after this step. */
    long killedAfter = Long.MAX_VALUE;

    /** The process was killed. */
    static final class Killed extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    static SoftmaxRegression network() {
        return new SoftmaxRegression(VOCABULARY, CLASSES, 0.1);
    }

    static LabelledSet rows(long seed) {
        Random random = new Random(seed);
        List<int[]> ids = new ArrayList<>();
        int[] labels = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            labels[row] = random.nextInt(CLASSES);
            int[] tokens = new int[1 + random.nextInt(9)];
            for (int i = 0; i < tokens.length; i++) {
                boolean liked = random.nextDouble() < 0.7;
                tokens[i] = liked ? labels[row] * 6 + random.nextInt(6) : random.nextInt(VOCABULARY);
            }
            ids.add(tokens);
        }
        return LabelledSet.ofClasses(ids, labels, CLASSES);
    }

    Trainer<LabelledBatch> trainer(Checkpoints checkpoints) {
        return trainer(checkpoints, System::nanoTime);
    }

    Trainer<LabelledBatch> trainer(Checkpoints checkpoints, LongSupplier clock) {
        return new Trainer<>(network, rows, plan, settings, checkpoints, listener(), clock);
    }

    private TrainingListener listener() {
        return new TrainingListener() {
            @Override
            public void progress(TrainingProgress step) {
                progress.add(step);
                if (step.step() == killedAfter) {
                    throw new Killed();
                }
            }

            @Override
            public void epochDone(int epoch) {
                epochs.add(epoch);
            }

            @Override
            public void kept(long step, List<LossPoint> curve) {
                kept.add(step);
            }

            @Override
            public void warning(String message) {
                warnings.add(message);
            }
        };
    }
}
