package bankassistant.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import bankassistant.lab.training.Checkpoints;
import bankassistant.lab.training.LabelledSet;
import bankassistant.lab.training.LossPoint;
import bankassistant.lab.training.Trainer;
import bankassistant.lab.training.TrainingException;
import bankassistant.lab.training.TrainingListener;
import bankassistant.lab.training.TrainingPlan;
import bankassistant.lab.training.TrainingProgress;
import bankassistant.model.training.LabelledBatch;
import bankassistant.model.training.Regularization;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network's training that is killed and resumed goes the way it would have gone. */
class ResumedTrainingTest {

    private static final TrainingPlan PLAN = TrainingPlan.defaults().withEpochs(3).withBatches(4, 1000, 2)
            .withCheckpointEvery(5)
            .withOptimizer(TrainingPlan.defaults().optimizer().withLearningRates(0.02, 0.05));

    private static TorchThread thread;

    @BeforeAll
    static void start() {
        thread = new TorchThread(1);
    }

    @AfterAll
    static void stop() {
        thread.close();
    }

    @Test
    void withTheSameLosses(@TempDir Path folder) throws TrainingException {
        List<LossPoint> whole = run(folder.resolve("whole"), Long.MAX_VALUE, false);
        assertThat(whole.getLast().loss()).isLessThan(0.8 * whole.getFirst().loss());
        assertThatThrownBy(() -> run(folder.resolve("killed"), 8, false)).isInstanceOf(Killed.class);
        List<LossPoint> resumed = run(folder.resolve("killed"), Long.MAX_VALUE, true);
        assertThat(resumed).hasSameSizeAs(whole);
        for (int i = 0; i < whole.size(); i++) {
            assertThat(resumed.get(i).loss()).as("step %d", i + 1).isCloseTo(whole.get(i).loss(), within(1e-4));
        }
    }

    private static List<LossPoint> run(Path folder, long killedAfter, boolean resume) throws TrainingException {
        try (TrainableEncoder encoder = TinyBert.untrained(thread, TinyBert.ALL_LINEAR,
                new Regularization(0.1, 0.2, 0.3))) {
            Trainer<LabelledBatch> trainer = new Trainer<>(encoder, rows(), PLAN, Map.of(), new Checkpoints(folder),
                    new KilledAfter(killedAfter));
            return (resume ? trainer.resume() : trainer.start()).curve();
        }
    }

    /** Texts that begin with a token of their class. */
    private static LabelledSet rows() {
        Random random = new Random(4);
        List<int[]> ids = new ArrayList<>();
        int[] labels = new int[48];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = random.nextInt(TinyBert.CLASSES);
            int[] tokens = random.ints(2 + random.nextInt(6), 5, 30).toArray();
            tokens[0] = 1;
            tokens[1] = 2 + labels[row];
            ids.add(tokens);
        }
        return LabelledSet.ofClasses(ids, labels, TinyBert.CLASSES);
    }

    private static final class Killed extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private record KilledAfter(long step) implements TrainingListener {

        @Override
        public void progress(TrainingProgress progress) {
            if (progress.step() == step) {
                throw new Killed();
            }
        }

        @Override
        public void warning(String message) {
            throw new AssertionError(message);
        }
    }
}
