package bankassistant.lab;

import bankassistant.lab.ClassFigures.Outcome;
import bankassistant.privacy.MaskedText;
import bankassistant.privacy.Masker;
import bankassistant.privacy.Placeholders;
import bankassistant.understanding.Assessment;
import bankassistant.understanding.HeadUnderstander;
import bankassistant.understanding.Understanding;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often a message is rightly taken for banking or not, by all of what decides that in the product: heads, thresholds,
 * parts and rules. A question that is asked back counts as in scope, a reply to small talk as out of scope.
 */
public final class ScopeEvaluation {

    private static final String IN = "true";
    private static final String OUT = "false";

    private final HeadUnderstander understander;
    private final Masker masker;

    public ScopeEvaluation(HeadUnderstander understander, Masker masker) {
        this.understander = understander;
        this.masker = masker;
    }

    /**
     * @param recallOutOfScope share of the texts out of scope that were taken for such; empty where there is none
     * @param falseRejection   share of the texts in scope that were taken for out of scope; empty where there is none
     * @param classes          {@code true} is in scope, {@code false} out of scope
     * @param verdicts         how many texts of each class were taken for what, by the name of the verdict
     * @param reliability      of the scope head's probability of the whole text, for the likelier side
     * @param duration         of understanding all texts
     */
    public record Result(Proportion accuracy, Optional<Proportion> recallOutOfScope,
            Optional<Proportion> falseRejection, SortedMap<String, ClassFigures> classes,
            SortedMap<String, SortedMap<String, Integer>> verdicts, Reliability reliability, List<Mistake> mistakes,
            Duration duration) {

        public Result {
            mistakes = List.copyOf(mistakes);
        }
    }

    /** Reads CSV with the header {@code text,in_scope}, the latter {@code true} or {@code false}. */
    public static List<LabelledText> read(Path csv) throws IOException {
        return LabelledText.read(csv, "in_scope", Set.of(IN, OUT));
    }

    /** @param texts at least one */
    public Result run(List<LabelledText> texts) {
        long start = System.nanoTime();
        List<MaskedText> masked = texts.stream().map(text -> masker.mask(text.text(), new Placeholders())).toList();
        List<Assessment> assessments = understander.assess(masked);
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        List<Outcome> outcomes = new ArrayList<>();
        List<Reliability.Prediction> predictions = new ArrayList<>();
        List<Mistake> mistakes = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Assessment assessment = assessments.get(i);
            Outcome outcome = new Outcome(texts.get(i).label(), assessment.verdict().inScope() ? IN : OUT);
            boolean likelier = assessment.banking() >= 0.5;
            outcomes.add(outcome);
            predictions.add(new Reliability.Prediction(Math.max(assessment.banking(), 1 - assessment.banking()),
                    likelier == outcome.label().equals(IN)));
            if (!outcome.isRight()) {
                mistakes.add(new Mistake(texts.get(i).line(), masked.get(i).value(), outcome.label(),
                        outcome.predicted(),
                        assessment.verdict().inScope() ? assessment.banking() : 1 - assessment.banking()));
            }
        }
        SortedMap<String, ClassFigures> classes = ClassFigures.of(outcomes);
        return new Result(new Proportion(texts.size() - mistakes.size(), texts.size()),
                share(classes, OUT, ClassFigures::right), share(classes, IN, figures -> figures.n() - figures.right()),
                classes, verdicts(texts, assessments), Reliability.of(predictions), mistakes, duration);
    }

    private static SortedMap<String, SortedMap<String, Integer>> verdicts(List<LabelledText> texts,
            List<Assessment> assessments) {
        SortedMap<String, SortedMap<String, Integer>> verdicts = new TreeMap<>();
        for (int i = 0; i < texts.size(); i++) {
            verdicts.computeIfAbsent(texts.get(i).label(), _ -> new TreeMap<>()).merge(
                    name(assessments.get(i).verdict()), 1,
                    Integer::sum);
        }
        return verdicts;
    }

    private static String name(Understanding verdict) {
        return switch (verdict) {
            case Understanding.InScope _ -> "in_scope";
            case Understanding.Mixed _ -> "mixed";
            case Understanding.Vague _ -> "vague";
            case Understanding.SmallTalk _ -> "small_talk";
            case Understanding.OutOfScope _ -> "out_of_scope";
        };
    }

    private static Optional<Proportion> share(SortedMap<String, ClassFigures> classes, String name,
            java.util.function.ToIntFunction<ClassFigures> counted) {
        return Optional.ofNullable(classes.get(name)).filter(figures -> figures.n() > 0)
                .map(figures -> new Proportion(counted.applyAsInt(figures), figures.n()));
    }
}
