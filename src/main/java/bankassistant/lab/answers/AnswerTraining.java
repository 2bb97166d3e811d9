package bankassistant.lab.answers;

import bankassistant.lab.training.Checkpoints;
import bankassistant.lab.training.TokenSet;
import bankassistant.lab.training.TrainedRun;
import bankassistant.lab.training.Trainer;
import bankassistant.lab.training.TrainingException;
import bankassistant.lab.training.TrainingListener;
import bankassistant.lab.training.TrainingPlan;
import bankassistant.model.torch.TrainableDecoder;
import bankassistant.model.training.LowRank;
import bankassistant.model.training.TokenBatch;
import bankassistant.model.weights.PeftFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Trains the answer adapter. */
public final class AnswerTraining {

    /** All linear layers of the language model. */
    public static final LowRank ADAPTERS = new LowRank(32, 64,
            Set.of("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"));

    private static final String BASE = "HuggingFaceTB/SmolLM2-135M-Instruct";

    private final TrainableDecoder network;
    private final LowRank adapters;

    /** @param network with these adapters; stays the caller's to close */
    public AnswerTraining(TrainableDecoder network, LowRank adapters) {
        this.network = network;
        this.adapters = adapters;
    }

    /** How the shipped adapter was trained: the pilot's rate, one pass over texts of which each own question comes twice. */
    public static TrainingPlan plan() {
        return TrainingPlan.defaults().withEpochs(1).withBatches(16, 2560, 1).withSeed(1).withCheckpointEvery(25)
                .withOptimizer(new TrainingPlan.Optimizer(5e-4, 5e-4, 0.06, 0.9, 0.98, 1e-8, 0.01, 1));
    }

    /**
     * Trains from the beginning, or goes on from the last checkpoint.
     *
     * @throws TrainingException if the training can't go on
     */
    public TrainedRun run(TokenSet rows, TrainingPlan plan, Checkpoints checkpoints, boolean resume,
            TrainingListener listener) throws TrainingException {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("rank", "" + adapters.rank());
        settings.put("alpha", "" + adapters.alpha());
        settings.put("targets", String.join(" ", adapters.targets().stream().sorted().toList()));
        settings.put("products", network.productType());
        Trainer<TokenBatch> trainer = new Trainer<>(network, rows, plan, settings, checkpoints, listener);
        return resume ? trainer.resume() : trainer.start();
    }

    /** The perplexity of the tokens that count, row by row through the network. */
    public double perplexity(TokenSet rows) {
        double sum = 0;
        long tokens = 0;
        for (int row = 0; row < rows.rows(); row++) {
            int[] ids = rows.ids().get(row);
            boolean[] counted = rows.counted().get(row);
            float[][] logits = network.logits(rows.batch(new int[]{row}, 0));
            int next = 0;
            for (int i = 0; i < ids.length; i++) {
                if (counted[i]) {
                    sum -= logProbability(logits[next++], ids[i]);
                    tokens++;
                }
            }
        }
        return Math.exp(sum / tokens);
    }

    private static double logProbability(float[] logits, int token) {
        double most = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            most = Math.max(most, logit);
        }
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - most);
        }
        return logits[token] - most - Math.log(sum);
    }

    /** Writes the adapter in PEFT's layout. */
    public void save(Path folder) throws IOException {
        List<String> targets = adapters.targets().stream().sorted().toList();
        new PeftFolder(adapters.rank(), adapters.alpha(), 0, targets, BASE, "CAUSAL_LM").write(folder,
                network.parameters(), network.state().values());
    }
}
