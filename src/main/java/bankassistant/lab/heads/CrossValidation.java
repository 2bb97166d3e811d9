package bankassistant.lab.heads;

import bankassistant.lab.Proportion;
import bankassistant.lab.training.TrainingException;
import bankassistant.lab.training.TrainingListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Trains on all folds but one and scores the one left out. */
public final class CrossValidation {

    private final Learner learner;
    private final LabelledTexts texts;
    private final Folds folds;
    private final Optional<Teacher> teacher;

    /** @param teacher of what is learned beside the labels; it must not have learned from the fold that is scored */
    public CrossValidation(Learner learner, LabelledTexts texts, Folds folds, Optional<Teacher> teacher) {
        this.learner = learner;
        this.texts = texts;
        this.folds = folds;
        this.teacher = teacher;
    }

    /**
     * One fold's result.
     *
     * @param places where its texts stand in the whole
     * @param logits {@code [texts][classes]}
     */
    public record FoldScores(int fold, int[] places, float[][] logits, Proportion accuracy) {}

    /**
     * @param checkpoints a folder for this fold's; one that holds some is gone on with
     */
    public FoldScores run(int fold, Path checkpoints, TrainingListener listener)
            throws IOException, TrainingException {
        int[] inside = folds.inside(fold);
        LabelledTexts left = texts.only(inside);
        try (LearnedHead head = learner.learn(learned(folds.outside(fold)), checkpoints, listener)) {
            float[][] logits = head.logits(left.texts());
            return new FoldScores(fold, inside, logits, accuracy(logits, left.labels()));
        }
    }

    private LabelledTexts learned(int[] places) {
        return teacher.map(known -> known.taught(texts, places)).orElseGet(() -> texts.only(places));
    }

    static Proportion accuracy(float[][] logits, List<Integer> labels) {
        int right = 0;
        for (int i = 0; i < logits.length; i++) {
            right += likeliest(logits[i]) == labels.get(i) ? 1 : 0;
        }
        return new Proportion(right, logits.length);
    }

    static int likeliest(float[] logits) {
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            best = logits[i] > logits[best] ? i : best;
        }
        return best;
    }
}
