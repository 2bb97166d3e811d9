package bankassistant.app.command;

import bankassistant.app.Parts;
import bankassistant.app.Streams;
import bankassistant.lab.Proportion;
import bankassistant.lab.heads.CrossValidation;
import bankassistant.lab.heads.CrossValidation.FoldScores;
import bankassistant.lab.heads.FittedHead;
import bankassistant.lab.heads.Folds;
import bankassistant.lab.heads.HeadRecipe;
import bankassistant.lab.heads.HeadTraining;
import bankassistant.lab.heads.LabelledTexts;
import bankassistant.lab.heads.Learner;
import bankassistant.lab.heads.Teacher;
import bankassistant.lab.training.TrainingException;
import bankassistant.model.torch.TorchThread;
import bankassistant.policy.BankingIntents;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Trains a head for the 77 intents, or cross-validates how it is trained. */
@Command(name = "intents", mixinStandardHelpOptions = true, description = "Trains a head for the 77 intents, or cross-validates its recipe.")
final class TrainIntentsCommand implements Callable<Integer> {

    /** Which text is in which fold must not change from one experiment to the next. */
    private static final long FOLD_SEED = 7;

    @ParentCommand
    private TrainCommand train;

    @Spec
    private CommandSpec spec;

    @Mixin
    private TrainingOptions options;

    @Option(names = "--data", paramLabel = "FILE", required = true, description = "CSV with the header text,category.")
    private Path data;

    @Option(names = "--member", paramLabel = "MEMBER", defaultValue = "adapter", description = "Which member of the ensemble (${DEFAULT-VALUE}): adapter, a head with an adapter on the encoder; bare, a head on the encoder as it is; words, a head on words and pairs of words.")
    private Member member;

    @Option(names = "--folds", paramLabel = "N", description = "Cross-validates in N folds; the scores go to DIR/fold-N.csv.")
    private Integer folds;

    @Option(names = "--fold", paramLabel = "N", split = ",", description = "Only these folds, counted from 0.")
    private List<Integer> chosen;

    @Option(names = "--language-model", description = "The head stands on the language model, not on the encoder.")
    private boolean languageModel;

    @Option(names = "--contrast", paramLabel = "WEIGHT", description = "Of a supervised contrastive loss beside the usual one (0).")
    private Double contrast;

    @Option(names = "--teacher", paramLabel = "DIR", split = ",", description = "Learns beside the labels what cross-validated heads said, from their DIR/fold-N.csv.")
    private List<Path> teachers;

    @Option(names = "--label-share", paramLabel = "SHARE", defaultValue = "0.5", description = "How much the labels count beside the teacher, 0 to 1 (${DEFAULT-VALUE}).")
    private double labelShare;

    private final Streams streams;

    TrainIntentsCommand(Streams streams) {
        this.streams = streams;
    }

    /** Of the ensemble. */
    enum Member {
        adapter,
        bare,
        words
    }

    @Override
    public Integer call() throws IOException, TrainingException {
        LabelledTexts texts = LabelledTexts.read(data, BankingIntents.names(), "category");
        HeadRecipe recipe = recipe();
        Optional<Teacher> teacher = teacher(texts);
        try (Parts parts = train.open(); TrainingReporter reporter = new TrainingReporter(streams, options.json())) {
            HeadRuns runs = new HeadRuns(options, reporter);
            if (folds == null) {
                train(parts, recipe, teacher.map(known -> known.taught(texts)).orElse(texts), runs);
            } else {
                crossValidate(new CrossValidation(learner(parts, recipe), texts, folds(texts), teacher), runs, texts);
            }
            return 0;
        }
    }

    private Optional<Teacher> teacher(LabelledTexts texts) throws IOException {
        return teachers == null
                ? Optional.empty()
                : Optional.of(Teacher.read(teachers, texts, labelShare()));
    }

    private void train(Parts parts, HeadRecipe recipe, LabelledTexts texts, HeadRuns runs)
            throws IOException, TrainingException {
        if (member == Member.adapter) {
            runs.train(network(parts), recipe, texts, "Intents");
        } else {
            runs.fit(learner(parts, recipe), texts);
            streams.out().line("The head is in " + options.out() + ".");
        }
    }

    private Learner learner(Parts parts, HeadRecipe recipe) throws IOException {
        return switch (member) {
            case adapter -> HeadTraining.learner(network(parts), recipe);
            case bare -> FittedHead.onEncoder(parts.encoder());
            case words -> FittedHead.onWords();
        };
    }

    private double labelShare() {
        if (!(labelShare >= 0 && labelShare <= 1)) {
            throw new ParameterException(spec.commandLine(), "--label-share must be 0 to 1, not " + labelShare + ".");
        }
        return labelShare;
    }

    private HeadTraining.Network network(Parts parts) {
        TorchThread thread = parts.torch(options.threads());
        return languageModel ? parts.classifier(thread) : HeadTraining.Network.encoder(thread);
    }

    private HeadRecipe recipe() {
        requireThatOptionsFit();
        HeadRecipe recipe = languageModel ? HeadRecipe.languageModelIntents() : HeadRecipe.intents();
        recipe = contrast == null ? recipe : recipe.withContrast(contrast);
        return recipe.withPlan(options.plan(recipe.plan())).withAdapters(options.adapters(recipe.adapters()));
    }

    private void requireThatOptionsFit() {
        if (member != Member.adapter && (languageModel || contrast != null)) {
            throw new ParameterException(spec.commandLine(),
                    "--language-model and --contrast go with --member adapter only.");
        }
        if (contrast != null && (languageModel || !(contrast >= 0) || contrast.isInfinite())) {
            throw new ParameterException(spec.commandLine(),
                    "--contrast must be 0 or more, and goes without --language-model.");
        }
    }

    private Folds folds(LabelledTexts texts) {
        if (folds < 2 || folds > texts.size()) {
            throw new ParameterException(spec.commandLine(),
                    "--folds must be 2 to " + texts.size() + ", not " + folds + ".");
        }
        return new Folds(texts, folds, FOLD_SEED);
    }

    private void crossValidate(CrossValidation validation, HeadRuns runs, LabelledTexts texts)
            throws IOException, TrainingException {
        int right = 0;
        int of = 0;
        List<Integer> all = chosen == null ? IntStream.range(0, folds).boxed().toList() : chosen;
        for (int fold : all) {
            if (fold < 0 || fold >= folds) {
                throw new ParameterException(spec.commandLine(),
                        "--fold must be 0 to " + (folds - 1) + ", not " + fold + ".");
            }
            FoldScores scores = runs.fold(validation, fold, texts);
            right += scores.accuracy().right();
            of += scores.accuracy().of();
            streams.out().line("fold " + fold + ": " + scores.accuracy().told());
        }
        streams.out().line("all: " + new Proportion(right, of).told());
    }
}
