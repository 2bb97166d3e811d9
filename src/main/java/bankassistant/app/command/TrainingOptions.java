package bankassistant.app.command;

import bankassistant.lab.training.Checkpoints;
import bankassistant.lab.training.TrainingPlan;
import bankassistant.model.training.LowRank;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that all trainings share. What isn't given stays as the part's own recipe has it. */
final class TrainingOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where the result goes.")
    private Path out;

    @Option(names = "--resume", description = "Goes on from the last checkpoint.")
    private boolean resume;

    @Option(names = "--checkpoint", paramLabel = "DIR", description = "Where checkpoints go, a folder for this training alone (the folder of --out with -checkpoints added).")
    private Path checkpoint;

    @Option(names = "--checkpoint-every", paramLabel = "STEPS", description = "Steps from one checkpoint to the next.")
    private Integer checkpointEvery;

    @Option(names = "--epochs", paramLabel = "N", description = "Times that every row is seen.")
    private Integer epochs;

    @Option(names = "--seed", paramLabel = "N", description = "Decides order, dropout and what the adapters start from.")
    private Long seed;

    @Option(names = "--learning-rate", paramLabel = "RATE", description = "Of the adapters, at its highest; the head's changes in proportion.")
    private Double learningRate;

    @Option(names = "--rank", paramLabel = "N", description = "Rank of the adapters.")
    private Integer rank;

    @Option(names = "--alpha", paramLabel = "NUMBER", description = "The adapters count alpha/rank times.")
    private Double alpha;

    @Option(names = "--targets", paramLabel = "LAYER", split = ",", description = "Linear layers that get adapters, such as q_proj,v_proj.")
    private List<String> targets;

    @Option(names = "--threads", paramLabel = "N", description = "Threads that compute (all processors).")
    private Integer threads;

    @Option(names = "--json", description = "Prints progress as one JSON object a step.")
    private boolean json;

    Path out() {
        return out;
    }

    boolean resume() {
        return resume;
    }

    boolean json() {
        return json;
    }

    Checkpoints checkpoints() {
        Path given = out.toAbsolutePath().normalize();
        return new Checkpoints(
                checkpoint != null ? checkpoint : given.resolveSibling(given.getFileName() + "-checkpoints"));
    }

    int threads() {
        int most = Runtime.getRuntime().availableProcessors();
        if (threads != null && (threads < 1 || threads > most)) {
            throw wrongUse("--threads must be 1 to " + most + ", not " + threads + ".");
        }
        return threads == null ? most : threads;
    }

    /** The recipe with what the options change. */
    TrainingPlan plan(TrainingPlan recipe) {
        try {
            TrainingPlan plan = recipe;
            plan = epochs == null ? plan : plan.withEpochs(epochs);
            plan = seed == null ? plan : plan.withSeed(seed);
            plan = checkpointEvery == null ? plan : plan.withCheckpointEvery(checkpointEvery);
            return learningRate == null ? plan : plan.withOptimizer(withLearningRate(plan.optimizer()));
        } catch (IllegalArgumentException e) {
            // the plan says which value can't be
            throw wrongUse("Wrong options: " + e.getMessage() + ".");
        }
    }

    private TrainingPlan.Optimizer withLearningRate(TrainingPlan.Optimizer recipe) {
        double change = recipe.learningRate() > 0 ? learningRate / recipe.learningRate() : 1;
        return recipe.withLearningRates(learningRate, recipe.headLearningRate() * change);
    }

    /** The recipe's adapters with what the options change. */
    LowRank adapters(LowRank recipe) {
        try {
            return new LowRank(rank == null ? recipe.rank() : rank, alpha == null ? recipe.alpha() : alpha,
                    targets == null ? recipe.targets() : Set.copyOf(targets));
        } catch (IllegalArgumentException e) {
            throw wrongUse("Wrong options: " + e.getMessage() + ".");
        }
    }

    private ParameterException wrongUse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
