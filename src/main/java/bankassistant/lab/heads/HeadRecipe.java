package bankassistant.lab.heads;

import bankassistant.lab.training.TrainingPlan;
import bankassistant.model.training.LowRank;
import bankassistant.model.training.Regularization;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * How a head and its adapter are trained.
 *
 * @param equalClasses whether the trained head is to answer as if all classes were equally frequent, see {@link ClassShares}
 */
public record HeadRecipe(LowRank adapters, Regularization regularization, TrainingPlan plan, boolean equalClasses) {

    /** Of a head that also learns how frequent the classes are. */
    public HeadRecipe(LowRank adapters, Regularization regularization, TrainingPlan plan) {
        this(adapters, regularization, plan, false);
    }

    /** All linear layers of the encoder. */
    public static final Set<String> ALL_LINEAR = Set.of("query", "key", "value", "dense");

    /** All linear layers of the language model. */
    public static final Set<String> DECODER_LINEAR = Set.of("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj",
            "up_proj", "down_proj");

    /** What cross-validation chose for the intents' adapter, see src/docs/experiments.md. */
    public static HeadRecipe intents() {
        TrainingPlan plan = TrainingPlan.defaults().withEpochs(5).withBatches(64, 4096, 1).withLabelSmoothing(0.1)
                .withSeed(1).withCheckpointEvery(100)
                .withOptimizer(new TrainingPlan.Optimizer(1e-3, 5e-3, 0.1, 0.9, 0.98, 1e-8, 0.01, 1));
        return new HeadRecipe(new LowRank(32, 64, ALL_LINEAR), new Regularization(0.1, 0, 0.1), plan, true);
    }

    /** The language model with an adapter and a head, see src/docs/experiments.md. */
    public static HeadRecipe languageModelIntents() {
        TrainingPlan plan = TrainingPlan.defaults().withEpochs(3).withBatches(32, 4096, 1).withLabelSmoothing(0.1)
                .withSeed(1).withCheckpointEvery(100)
                .withOptimizer(new TrainingPlan.Optimizer(5e-4, 2e-3, 0.1, 0.9, 0.98, 1e-8, 0.01, 1));
        return new HeadRecipe(new LowRank(32, 64, DECODER_LINEAR), new Regularization(0.1, 0, 0.1), plan, true);
    }

    /** What leaving out sources chose for scope. */
    public static HeadRecipe scope() {
        TrainingPlan plan = TrainingPlan.defaults().withEpochs(2).withBatches(64, 4096, 1).withLabelSmoothing(0.02)
                .withSeed(1).withCheckpointEvery(100)
                .withOptimizer(new TrainingPlan.Optimizer(5e-4, 2e-3, 0.1, 0.9, 0.98, 1e-8, 0.01, 1));
        return new HeadRecipe(new LowRank(16, 32, ALL_LINEAR), new Regularization(0.1, 0, 0.1), plan);
    }

    /** For the finder of names: made texts are all different, so each is seen once. */
    public static HeadRecipe names() {
        TrainingPlan plan = TrainingPlan.defaults().withEpochs(1).withBatches(32, 2048, 1).withLabelSmoothing(0.01)
                .withSeed(1).withCheckpointEvery(200)
                .withOptimizer(new TrainingPlan.Optimizer(1e-3, 3e-3, 0.1, 0.9, 0.98, 1e-8, 0.01, 1));
        return new HeadRecipe(new LowRank(16, 32, ALL_LINEAR), new Regularization(0.05, 0, 0.1), plan);
    }

    /** For choosing the sentence that answers; the classes are many and have few texts each. */
    public static HeadRecipe evidence() {
        TrainingPlan plan = TrainingPlan.defaults().withEpochs(4).withBatches(64, 4096, 1).withLabelSmoothing(0.05)
                .withSeed(1).withCheckpointEvery(100)
                .withOptimizer(new TrainingPlan.Optimizer(1e-3, 5e-3, 0.1, 0.9, 0.98, 1e-8, 0.01, 1));
        return new HeadRecipe(new LowRank(32, 64, ALL_LINEAR), new Regularization(0.1, 0, 0.1), plan);
    }

    public HeadRecipe withPlan(TrainingPlan value) {
        return new HeadRecipe(adapters, regularization, value, equalClasses);
    }

    public HeadRecipe withAdapters(LowRank value) {
        return new HeadRecipe(value, regularization, plan, equalClasses);
    }

    /** @param contrast weight of the supervised contrastive loss, at least 0 */
    public HeadRecipe withContrast(double contrast) {
        return new HeadRecipe(adapters,
                new Regularization(regularization.dropout(), contrast, regularization.temperature()), plan,
                equalClasses);
    }

    /** By name what decides the course of a training beside its plan. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("rank", "" + adapters.rank());
        settings.put("alpha", "" + adapters.alpha());
        settings.put("targets", String.join(" ", adapters.targets().stream().sorted().toList()));
        settings.put("dropout", "" + regularization.dropout());
        settings.put("contrast", "" + regularization.contrast());
        settings.put("temperature", "" + regularization.temperature());
        return settings;
    }
}
