package bankassistant.lab;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How well one class is told from the others.
 *
 * @param n         texts of the class
 * @param predicted texts taken for it
 * @param right     texts of it taken for it
 */
public record ClassFigures(int n, int predicted, int right) {

    /**
     * A text's class and what it was taken for.
     *
     * @param label     its class
     * @param predicted what it was taken for
     */
    public record Outcome(String label, String predicted) {

        boolean isRight() {
            return label.equals(predicted);
        }
    }

    /**
     * Two classes that are mistaken.
     *
     * @param count texts of the class {@code label} taken for {@code predicted}
     */
    public record Confusion(String label, String predicted, int count) {}

    /** Of each class that is a label or was predicted. */
    public static SortedMap<String, ClassFigures> of(List<Outcome> outcomes) {
        SortedMap<String, ClassFigures> classes = new TreeMap<>();
        for (Outcome outcome : outcomes) {
            classes.merge(outcome.label(), new ClassFigures(1, 0, outcome.isRight() ? 1 : 0), ClassFigures::plus);
            classes.merge(outcome.predicted(), new ClassFigures(0, 1, 0), ClassFigures::plus);
        }
        return classes;
    }

    /** The pairs that are mistaken, most often first. */
    public static List<Confusion> confusions(List<Outcome> outcomes) {
        Map<Outcome, Integer> counts = new HashMap<>();
        outcomes.stream().filter(outcome -> !outcome.isRight())
                .forEach(outcome -> counts.merge(outcome, 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> new Confusion(entry.getKey().label(), entry.getKey().predicted(), entry.getValue()))
                .sorted((a, b) -> a.count() != b.count()
                        ? b.count() - a.count()
                        : (a.label() + " " + a.predicted()).compareTo(b.label() + " " + b.predicted()))
                .toList();
    }

    private ClassFigures plus(ClassFigures other) {
        return new ClassFigures(n + other.n, predicted + other.predicted, right + other.right);
    }

    /** Share of the texts taken for it that are of it; 0 where none was. */
    public double precision() {
        return predicted == 0 ? 0 : (double) right / predicted;
    }

    /** Share of its texts that were taken for it; 0 where there is none. */
    public double recall() {
        return n == 0 ? 0 : (double) right / n;
    }

    /** Harmonic mean of both. */
    public double f1() {
        return right == 0 ? 0 : 2.0 * right / (n + predicted);
    }
}
