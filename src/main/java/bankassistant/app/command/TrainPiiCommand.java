package bankassistant.app.command;

import bankassistant.app.Installation;
import bankassistant.app.Parts;
import bankassistant.app.Streams;
import bankassistant.lab.heads.HeadRecipe;
import bankassistant.lab.pii.MarkedText;
import bankassistant.lab.pii.NameTraining;
import bankassistant.lab.pii.PiiData;
import bankassistant.lab.training.Checkpoints;
import bankassistant.lab.training.LossCurve;
import bankassistant.lab.training.TrainedRun;
import bankassistant.lab.training.TrainingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Trains the finder of names, addresses and organisations on messages that it makes from templates. */
@Command(name = "pii", mixinStandardHelpOptions = true, description = "Trains the finder of names, addresses and organisations on made messages.")
final class TrainPiiCommand implements Callable<Integer> {

    @ParentCommand
    private TrainCommand train;

    @Mixin
    private TrainingOptions options;

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "The folder of banking77 and scope, whose questions hold no names.")
    private Path data;

    @Option(names = "--own", paramLabel = "DIR", defaultValue = "src/training/pii", description = "The project's templates and lists of names (${DEFAULT-VALUE}).")
    private Path own;

    @Option(names = "--rows", paramLabel = "N", defaultValue = "120000", description = "Messages to make (${DEFAULT-VALUE}).")
    private int rows;

    @Option(names = "--from", paramLabel = "DIR", description = "A finder whose training goes on with these messages, such as models/banking_pii (from nothing).")
    private Path from;

    private final Streams streams;
    private final Supplier<Installation> installation;

    TrainPiiCommand(Streams streams, Supplier<Installation> installation) {
        this.streams = streams;
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException, TrainingException {
        HeadRecipe recipe = HeadRecipe.names();
        recipe = recipe.withPlan(options.plan(recipe.plan())).withAdapters(options.adapters(recipe.adapters()));
        List<MarkedText> texts = PiiData.training(own, data, installation.get().policies(), rows,
                recipe.plan().seed());
        try (Parts parts = train.open();
                TrainingReporter reporter = new TrainingReporter(streams, options.json());
                NameTraining training = new NameTraining(parts.torch(options.threads()), recipe)) {
            Checkpoints checkpoints = options.checkpoints();
            if (from != null) {
                training.startFrom(from);
            }
            TrainedRun run = training.run(texts, checkpoints, options.resume(), reporter);
            training.save(options.out());
            LossCurve curve = new LossCurve(run.curve());
            curve.writeCsv(options.out().resolve("loss.csv"));
            curve.writePng(options.out().resolve("loss.png"), "Names");
            checkpoints.delete();
            return 0;
        }
    }
}
