package bankassistant.app.command;

import bankassistant.app.Parts;
import bankassistant.app.Streams;
import bankassistant.lab.answers.AnswerText;
import bankassistant.lab.answers.AnswerTokens;
import bankassistant.lab.answers.AnswerTraining;
import bankassistant.lab.training.Checkpoints;
import bankassistant.lab.training.LossCurve;
import bankassistant.lab.training.TokenSet;
import bankassistant.lab.training.TrainingException;
import bankassistant.lab.training.TrainingPlan;
import bankassistant.model.Tokenizer;
import bankassistant.model.torch.TrainableDecoder;
import bankassistant.model.training.LowRank;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Trains the adapter that words answers. */
@Command(name = "answers", mixinStandardHelpOptions = true, description = "Trains the adapter that words answers.")
final class TrainAnswersCommand implements Callable<Integer> {

    @ParentCommand
    private TrainCommand train;

    @Mixin
    private TrainingOptions options;

    @Option(names = "--data", paramLabel = "FILE", required = true, description = "JSONL with question, title, evidence and answer.")
    private Path data;

    @Option(names = "--held-out", paramLabel = "FILE", description = "The same, whose perplexity is told before and after.")
    private Path heldOut;

    private final Streams streams;

    TrainAnswersCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException, TrainingException {
        TrainingPlan plan = options.plan(AnswerTraining.plan());
        LowRank adapters = options.adapters(AnswerTraining.ADAPTERS);
        try (Parts parts = train.open(); TrainingReporter reporter = new TrainingReporter(streams, options.json())) {
            TokenSet rows = tokens(parts, data);
            TokenSet left = heldOut == null ? null : tokens(parts, heldOut);
            parts.torch(options.threads());
            try (TrainableDecoder network = parts.trainable(adapters)) {
                AnswerTraining training = new AnswerTraining(network, adapters);
                tell("before", training, left);
                Checkpoints checkpoints = options.checkpoints();
                LossCurve curve = new LossCurve(
                        training.run(rows, plan, checkpoints, options.resume(), reporter).curve());
                training.save(options.out());
                curve.writeCsv(options.out().resolve("loss.csv"));
                curve.writePng(options.out().resolve("loss.png"), "Answers");
                tell("after", training, left);
                checkpoints.delete();
            }
            return 0;
        }
    }

    private static TokenSet tokens(Parts parts, Path file) throws IOException {
        try (Tokenizer tokenizer = parts.tokenizer()) {
            return new AnswerTokens(tokenizer).of(AnswerText.read(file));
        }
    }

    private void tell(String when, AnswerTraining training, TokenSet left) {
        if (left != null) {
            streams.out().line(String.format(Locale.ROOT, "perplexity of %d answers held out, %s training: %.3f",
                    left.rows(), when, training.perplexity(left)));
        }
    }
}
