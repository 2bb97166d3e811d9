package bankassistant.lab;

import bankassistant.lab.ClassFigures.Outcome;
import bankassistant.privacy.MaskedText;
import bankassistant.privacy.Masker;
import bankassistant.privacy.Placeholders;
import bankassistant.understanding.HeadUnderstander;
import bankassistant.understanding.Intent;
import bankassistant.understanding.IntentCatalog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How often the likeliest intent is the right one, on texts that each have one, masked as in the product. */
public final class IntentEvaluation {

    private final HeadUnderstander understander;
    private final Masker masker;

    public IntentEvaluation(HeadUnderstander understander, Masker masker) {
        this.understander = understander;
        this.masker = masker;
    }

    /**
     * @param duration of understanding all texts
     */
    public record Result(Proportion accuracy, SortedMap<String, ClassFigures> classes,
            List<ClassFigures.Confusion> confusions, Reliability reliability, List<Mistake> mistakes,
            Duration duration) {

        public Result {
            confusions = List.copyOf(confusions);
            mistakes = List.copyOf(mistakes);
        }

        /** The mean of the classes' F1, each counting the same. */
        public double macroF1() {
            return classes.values().stream().mapToDouble(ClassFigures::f1).average().orElse(0);
        }
    }

    /** Reads CSV with the header {@code text,category}, the category being an intent's name. */
    public static List<LabelledText> read(Path csv, IntentCatalog catalog) throws IOException {
        return LabelledText.read(csv, "category",
                catalog.intents().stream().map(Intent::name).collect(Collectors.toSet()));
    }

    /** @param texts at least one */
    public Result run(List<LabelledText> texts) {
        long start = System.nanoTime();
        List<MaskedText> masked = texts.stream().map(text -> masker.mask(text.text(), new Placeholders())).toList();
        List<double[]> probabilities = understander.intentProbabilities(masked);
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        List<Outcome> outcomes = new ArrayList<>();
        List<Reliability.Prediction> predictions = new ArrayList<>();
        List<Mistake> mistakes = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            int best = best(probabilities.get(i));
            Outcome outcome = new Outcome(texts.get(i).label(), understander.catalog().intents().get(best).name());
            double confidence = probabilities.get(i)[best];
            outcomes.add(outcome);
            predictions.add(new Reliability.Prediction(confidence, outcome.isRight()));
            if (!outcome.isRight()) {
                mistakes.add(new Mistake(texts.get(i).line(), masked.get(i).value(), outcome.label(),
                        outcome.predicted(), confidence));
            }
        }
        return new Result(new Proportion(texts.size() - mistakes.size(), texts.size()), ClassFigures.of(outcomes),
                ClassFigures.confusions(outcomes), Reliability.of(predictions), mistakes, duration);
    }

    private static int best(double[] probabilities) {
        return IntStream.range(0, probabilities.length).reduce((a, b) -> probabilities[b] > probabilities[a] ? b : a)
                .orElseThrow();
    }
}
