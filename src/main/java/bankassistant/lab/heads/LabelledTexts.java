package bankassistant.lab.heads;

import bankassistant.lab.LabelledText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Texts that belong to one class each.
 *
 * @param classes names, in the order of a head's logits
 * @param texts   as they were typed
 * @param labels  for each text the index of its class
 * @param targets for each text what is learned, a distribution over the classes
 */
public record LabelledTexts(List<String> classes, List<String> texts, List<Integer> labels, List<float[]> targets) {

    /** Learned as they are labelled. */
    public LabelledTexts(List<String> classes, List<String> texts, List<Integer> labels) {
        this(classes, texts, labels, labels.stream().map(label -> only(label, classes.size())).toList());
    }

    public LabelledTexts {
        classes = List.copyOf(classes);
        texts = List.copyOf(texts);
        labels = List.copyOf(labels);
        targets = List.copyOf(targets);
        if (texts.size() != labels.size() || texts.size() != targets.size()) {
            throw new IllegalArgumentException(texts.size() + " texts with " + labels.size() + " labels");
        }
    }

    /**
     * Reads CSV with the columns {@code text} and the one named.
     *
     * @param classes all that may occur, in the order of the head's logits
     * @throws IOException naming file and line, if the file does not hold that
     */
    public static LabelledTexts read(Path file, Collection<String> classes, String labelColumn) throws IOException {
        List<String> names = List.copyOf(classes);
        List<LabelledText> rows = LabelledText.read(file, labelColumn, Set.copyOf(classes));
        return new LabelledTexts(names, rows.stream().map(row -> row.text().strip()).toList(),
                rows.stream().map(row -> names.indexOf(row.label())).toList());
    }

    private static float[] only(int label, int classes) {
        float[] target = new float[classes];
        target[label] = 1;
        return target;
    }

    /** The same texts with other distributions to learn. */
    LabelledTexts withTargets(List<float[]> value) {
        return new LabelledTexts(classes, texts, labels, value);
    }

    /** With each text replaced, equal ones once. */
    public LabelledTexts mapped(UnaryOperator<String> replacing) {
        Map<String, String> replaced = new HashMap<>();
        return new LabelledTexts(classes,
                texts.stream().map(text -> replaced.computeIfAbsent(text, replacing)).toList(),
                labels, targets);
    }

    public int size() {
        return texts.size();
    }

    /** The texts at these places. */
    public LabelledTexts only(int[] places) {
        List<String> chosen = new ArrayList<>();
        List<Integer> chosenLabels = new ArrayList<>();
        List<float[]> chosenTargets = new ArrayList<>();
        for (int place : places) {
            chosen.add(texts.get(place));
            chosenLabels.add(labels.get(place));
            chosenTargets.add(targets.get(place));
        }
        return new LabelledTexts(classes, chosen, chosenLabels, chosenTargets);
    }
}
