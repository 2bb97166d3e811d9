package bankassistant.understanding;

import bankassistant.model.Softmax;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The calibrated probabilities of one text.
 *
 * @param answered that one section of the policies answers it, of the likeliest one
 */
record Probabilities(double[] intents, double[] scope, double answered) {

    /** Probability that a bank is asked, clearly or vaguely. */
    double banking() {
        return of(ScopeClass.BANKING) + of(ScopeClass.VAGUE);
    }

    double of(ScopeClass scopeClass) {
        return scope[scopeClass.ordinal()];
    }

    /** The share of the vague in {@link #banking()}. */
    double vagueness() {
        return banking() == 0 ? 0 : of(ScopeClass.VAGUE) / banking();
    }

    /** The likeliest intents, best first. */
    List<IntentScore> likeliest(int count, IntentCatalog catalog) {
        return IntStream.range(0, intents.length).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> intents[i]).reversed()).limit(count)
                .map(i -> new IntentScore(catalog.intents().get(i), intents[i])).toList();
    }

    /**
     * Softmax of logits divided by a temperature.
     *
     * @throws IllegalStateException if there are not {@code count} finite logits: then nothing can be decided
     */
    static double[] softmax(float[] logits, int count, double temperature) {
        if (logits == null || logits.length != count) {
            throw new IllegalStateException("a head gave " + (logits == null ? 0 : logits.length)
                    + " logits where " + count + " were expected");
        }
        for (float logit : logits) {
            if (!Float.isFinite(logit)) {
                throw new IllegalStateException("a head gave a logit that is not finite");
            }
        }
        return Softmax.of(logits, temperature);
    }
}
