package bankassistant.app.command;

import bankassistant.app.Parts;
import bankassistant.app.Streams;
import bankassistant.lab.heads.EvidenceTexts;
import bankassistant.lab.heads.HeadRecipe;
import bankassistant.lab.heads.HeadTraining;
import bankassistant.lab.heads.LabelledTexts;
import bankassistant.lab.training.TrainingException;
import bankassistant.policy.BankingIntents;
import bankassistant.policy.PolicyFolder;
import bankassistant.policy.PolicyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Trains the head that chooses the sentence which answers. */
@Command(name = "evidence", mixinStandardHelpOptions = true, description = "Trains the head that chooses the sentence which answers.")
final class TrainEvidenceCommand implements Callable<Integer> {

    @ParentCommand
    private TrainCommand train;

    @Mixin
    private TrainingOptions options;

    @Option(names = "--data", paramLabel = "FILE", required = true, description = "CSV with the header text,label.")
    private Path data;

    @Option(names = "--policies", paramLabel = "DIR", defaultValue = "policies", description = "The policies whose sentences are the classes (${DEFAULT-VALUE}).")
    private Path policies;

    private final Streams streams;

    TrainEvidenceCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException, TrainingException {
        HeadRecipe recipe = HeadRecipe.evidence();
        recipe = recipe.withPlan(options.plan(recipe.plan())).withAdapters(options.adapters(recipe.adapters()));
        LabelledTexts texts = new EvidenceTexts(
                new PolicyFolder(new PolicyReader(), BankingIntents.names()).read(policies).policies()).read(data);
        try (Parts parts = train.open(); TrainingReporter reporter = new TrainingReporter(streams, options.json())) {
            HeadTraining.Network network = HeadTraining.Network.encoder(parts.torch(options.threads()));
            new HeadRuns(options, reporter).train(network, recipe, texts, "Evidence");
            Files.write(options.out().resolve("classes.txt"), texts.classes());
            return 0;
        }
    }
}
