package bankassistant.app.command;

import bankassistant.lab.heads.CrossValidation;
import bankassistant.lab.heads.CrossValidation.FoldScores;
import bankassistant.lab.heads.HeadRecipe;
import bankassistant.lab.heads.HeadTraining;
import bankassistant.lab.heads.LabelledTexts;
import bankassistant.lab.heads.LearnedHead;
import bankassistant.lab.heads.Learner;
import bankassistant.lab.training.Checkpoints;
import bankassistant.lab.training.LossCurve;
import bankassistant.lab.training.TrainedRun;
import bankassistant.lab.training.TrainingException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Runs trainings of heads as the options say, and writes what comes of them. */
final class HeadRuns {

    private final TrainingOptions options;
    private final TrainingReporter reporter;

    HeadRuns(TrainingOptions options, TrainingReporter reporter) {
        this.options = options;
        this.reporter = reporter;
    }

    void train(HeadTraining.Network network, HeadRecipe recipe, LabelledTexts texts, String title)
            throws IOException, TrainingException {
        train(network, recipe, texts, title, _ -> {});
    }

    /** @param after is given the trained head before it is closed */
    void train(HeadTraining.Network network, HeadRecipe recipe, LabelledTexts texts, String title,
            Consumer<HeadTraining> after) throws IOException, TrainingException {
        Checkpoints checkpoints = options.checkpoints();
        try (HeadTraining training = new HeadTraining(network, recipe, texts)) {
            TrainedRun run = training.run(checkpoints, options.resume(), reporter);
            training.save(options.out());
            LossCurve curve = new LossCurve(run.curve());
            curve.writeCsv(options.out().resolve("loss.csv"));
            curve.writePng(options.out().resolve("loss.png"), title);
            after.accept(training);
        }
        checkpoints.delete();
    }

    /** For heads that are made in one go. */
    void fit(Learner learner, LabelledTexts texts) throws IOException, TrainingException {
        try (LearnedHead head = learner.learn(texts, options.checkpoints().folder(), reporter)) {
            head.save(options.out());
        }
    }

    /** A fold's checkpoints are gone on with if there are some. */
    FoldScores fold(CrossValidation validation, int fold, LabelledTexts texts) throws IOException, TrainingException {
        Path checkpoints = options.checkpoints().folder().resolve("fold-" + fold);
        FoldScores scores = validation.run(fold, checkpoints, reporter);
        Files.createDirectories(options.out());
        try (BufferedWriter file = Files.newBufferedWriter(options.out().resolve("fold-" + fold + ".csv"))) {
            file.write("row,label,logits\n");
            for (int i = 0; i < scores.places().length; i++) {
                file.write(scores.places()[i] + "," + texts.labels().get(scores.places()[i]));
                for (float logit : scores.logits()[i]) {
                    file.write("," + logit);
                }
                file.write("\n");
            }
        }
        new Checkpoints(checkpoints).delete();
        return scores;
    }
}
