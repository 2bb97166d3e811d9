package bankassistant.app.command;

import bankassistant.app.Parts;
import bankassistant.app.Streams;
import bankassistant.lab.MistakeFile;
import bankassistant.lab.Proportion;
import bankassistant.lab.heads.HeadRecipe;
import bankassistant.lab.heads.HeadTraining;
import bankassistant.lab.heads.LabelledTexts;
import bankassistant.lab.heads.LeftOut;
import bankassistant.lab.heads.ScopeTexts;
import bankassistant.lab.training.TrainingException;
import bankassistant.model.torch.TorchThread;
import bankassistant.privacy.Masker;
import bankassistant.privacy.Placeholders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Trains the head for scope, or measures it on sources that it was not trained on. */
@Command(name = "scope", mixinStandardHelpOptions = true, description = "Trains the head that tells banking from all else.")
final class TrainScopeCommand implements Callable<Integer> {

    @ParentCommand
    private TrainCommand train;

    @Mixin
    private TrainingOptions options;

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "The folder of banking77 and scope.")
    private Path data;

    @Option(names = "--own", paramLabel = "DIR", defaultValue = "src/training/scope", description = "The project's own messages (${DEFAULT-VALUE}).")
    private Path own;

    @Option(names = "--leave-out", paramLabel = "SOURCE", split = ",", description = "Leaves these sources out of training and tells how they are scored: banking77, clinc_banking, clinc, hwu, snips, own.")
    private Set<String> leftOut;

    @Option(names = "--threshold", paramLabel = "P", defaultValue = "0.8", description = "Probability of banking from which a text that was left out is taken for it (${DEFAULT-VALUE}, as shipped).")
    private double threshold;

    private final Streams streams;

    TrainScopeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException, TrainingException {
        HeadRecipe recipe = HeadRecipe.scope();
        recipe = recipe.withPlan(options.plan(recipe.plan())).withAdapters(options.adapters(recipe.adapters()));
        Set<String> without = leftOut == null ? Set.of() : leftOut;
        ScopeTexts texts = ScopeTexts.read(data, own, recipe.plan().seed());
        try (Parts parts = train.open(); TrainingReporter reporter = new TrainingReporter(streams, options.json())) {
            TorchThread torch = parts.torch(options.threads());
            Masker masker = parts.masker(streams.err()::println);
            // as the head will see them
            UnaryOperator<String> masked = text -> masker.mask(text, new Placeholders()).value();
            streams.err().println("Masking the texts…");
            HeadTraining.Network network = HeadTraining.Network.encoder(torch);
            new HeadRuns(options, reporter).train(network, recipe, texts.without(without).mapped(masked), "Scope",
                    training -> {
                        for (String source : without.stream().sorted().toList()) {
                            tell(source, texts.of(source).mapped(masked), training);
                        }
                    });
            return 0;
        }
    }

    private void tell(String source, LabelledTexts texts, HeadTraining training) {
        LeftOut left = LeftOut.of(texts, training.logits(texts.texts()), threshold);
        int[][] counts = left.counts();
        for (int label = 0; label < counts.length; label++) {
            StringBuilder line = new StringBuilder();
            for (int scored = 0; scored < counts.length; scored++) {
                line.append(" %s %d".formatted(ScopeTexts.CLASSES.get(scored), counts[label][scored]));
            }
            int of = Arrays.stream(counts[label]).sum();
            if (of > 0) {
                streams.out().line("%s, left out, %d of %s:%s".formatted(source, of, ScopeTexts.CLASSES.get(label),
                        line));
            }
        }
        Proportion banking = left.banking();
        streams.out().line(String.format(Locale.ROOT, "%s, left out: %d of %d taken for banking, %.2f %% [%.2f, %.2f]",
                source, banking.right(), banking.of(), 100 * banking.value(), 100 * banking.low(),
                100 * banking.high()));
        try {
            MistakeFile.write(left.mistakes(), options.out().resolve("left-out-" + source + ".csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
