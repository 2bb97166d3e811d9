package bankassistant.retrieval;

import bankassistant.model.MessageHeads;
import bankassistant.model.Softmax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A head that was trained to tell which sentence of the policies answers a question, or that none does. It knows the
 * policies' sentences by section and place, not by their words: a figure can change, a section that came later is unknown
 * to it.
 */
public final class SentenceHead {

    /** The head's name among {@link MessageHeads}. */
    public static final String NAME = "sentences";
    /** The class of questions that nothing answers. */
    public static final String NONE = "none";

    private final MessageHeads heads;
    private final List<String> sections;
    private final double temperature;

    /**
     * @param heads       stay the caller's to close
     * @param classes     {@code policy/section#sentence}, counted from 1 and ascending in each section, and {@link #NONE}, in
     *                    the order of the logits
     * @param temperature the logits are divided by it; above 0
     */
    public SentenceHead(MessageHeads heads, List<String> classes, double temperature) {
        this.heads = heads;
        this.temperature = temperature;
        this.sections = classes.stream().map(name -> name.replaceFirst("#\\d+$", "")).toList();
    }

    /**
     * What the head says of a question.
     *
     * @param none     probability that nothing answers
     * @param sections for each known section the probabilities of its sentences
     */
    record Opinion(double none, Map<String, double[]> sections) {

        /** Whether the section and its sentences are those the head was trained on. */
        boolean knows(Passage passage) {
            double[] known = sections.get(passage.key());
            return known != null && known.length == passage.section().sentences().size();
        }

        /** That one of the section's sentences answers; for an unknown section, that none of the known ones does. */
        double of(Passage passage) {
            return knows(passage) ? sum(sections.get(passage.key())) : none;
        }

        /** The share of each sentence, summing to 1. */
        double[] shares(Passage passage) {
            double[] shares = sections.get(passage.key()).clone();
            double sum = sum(shares);
            for (int i = 0; i < shares.length; i++) {
                shares[i] = sum > 0 ? shares[i] / sum : 1.0 / shares.length;
            }
            return shares;
        }

        private static double sum(double[] values) {
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            return sum;
        }
    }

    Opinion of(String question) {
        return opinion(heads.score(List.of(question)).getFirst());
    }

    /**
     * Probability that the section answers which answers likeliest.
     *
     * @param scores of a text, by the heads' names
     */
    public double surest(Map<String, float[]> scores) {
        return opinion(scores).sections().values().stream().mapToDouble(Opinion::sum).max().orElse(0);
    }

    private Opinion opinion(Map<String, float[]> scores) {
        float[] logits = scores.get(NAME);
        if (logits.length != sections.size()) {
            throw new IllegalStateException(logits.length + " logits for " + sections.size() + " classes");
        }
        double[] probabilities = Softmax.of(logits, temperature);
        double none = 0;
        Map<String, List<Double>> found = new LinkedHashMap<>();
        for (int i = 0; i < probabilities.length; i++) {
            if (sections.get(i).equals(NONE)) {
                none = probabilities[i];
            } else {
                found.computeIfAbsent(sections.get(i), _ -> new ArrayList<>()).add(probabilities[i]);
            }
        }
        Map<String, double[]> bySection = new HashMap<>();
        found.forEach((section, values) -> bySection.put(section,
                values.stream().mapToDouble(Double::doubleValue).toArray()));
        return new Opinion(none, bySection);
    }
}
