package bankassistant.lab.heads;

import bankassistant.lab.Mistake;
import bankassistant.lab.Proportion;
import bankassistant.model.Softmax;
import java.util.ArrayList;
import java.util.List;

/**
 * How a scope head does on texts of sources that it was not trained on.
 *
 * @param counts   texts of each class by the class they were scored as, {@code [class][scored]}, in the order of
 *                 {@link ScopeTexts#CLASSES}
 * @param banking  how many would be taken for banking
 * @param mistakes those of them that are not, and those of banking that would not
 */
public record LeftOut(int[][] counts, Proportion banking, List<Mistake> mistakes) {

    private static final int BANKING = ScopeTexts.CLASSES.indexOf("BANKING");
    private static final int VAGUE = ScopeTexts.CLASSES.indexOf("VAGUE");

    /**
     * @param logits    {@code [texts][classes]}
     * @param threshold probability in [0, 1] from which a text is taken for banking, as in the shipped calibration
     */
    public static LeftOut of(LabelledTexts texts, float[][] logits, double threshold) {
        int[][] counts = new int[ScopeTexts.CLASSES.size()][ScopeTexts.CLASSES.size()];
        int taken = 0;
        List<Mistake> mistakes = new ArrayList<>();
        for (int i = 0; i < logits.length; i++) {
            int label = texts.labels().get(i);
            int scored = CrossValidation.likeliest(logits[i]);
            counts[label][scored]++;
            double[] probabilities = Softmax.of(logits[i]);
            double banking = probabilities[BANKING] + probabilities[VAGUE];
            boolean isTaken = banking >= threshold && scored != VAGUE;
            taken += isTaken ? 1 : 0;
            if (isTaken != (label == BANKING)) {
                mistakes.add(new Mistake(i + 1, texts.texts().get(i), ScopeTexts.CLASSES.get(label),
                        ScopeTexts.CLASSES.get(scored), banking));
            }
        }
        return new LeftOut(counts, new Proportion(taken, logits.length), List.copyOf(mistakes));
    }
}
