package bankassistant.model.decoding;

import bankassistant.model.GenerationOptions;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/**
 * Draws the next token from logits by temperature, top-k and nucleus (arXiv 1904.09751), with a seeded generator. For one
 * generation.
 */
public final class Sampler {

    /** What is less likely than so many others that a rule forbids makes no sense. */
    private static final int MOST_TRIES = 64;

    private final GenerationOptions options;
    private final SplittableRandom random;

    public Sampler(GenerationOptions options) {
        this.options = options;
        this.random = new SplittableRandom(options.seed());
    }

    /**
     * Draws a token.
     *
     * @param logits one for each token of the vocabulary; minus infinity for one that is never drawn
     * @throws IllegalStateException if the logits are no distribution: NaN, or infinite
     */
    public int next(float[] logits) {
        requireDistribution(logits);
        if (options.isGreedy()) {
            return argmax(logits);
        }
        Candidate[] candidates = best(logits, options.topK() == 0 ? logits.length : options.topK());
        double total = 0;
        for (Candidate candidate : candidates) {
            total += candidate.weight;
        }
        double nucleus = options.topP() * total;
        double draw = random.nextDouble() * massOf(candidates, nucleus);
        double mass = 0;
        for (Candidate candidate : candidates) {
            mass += candidate.weight;
            if (draw < mass || mass >= nucleus) {
                return candidate.token;
            }
        }
        return candidates[0].token;
    }

    /**
     * The likeliest token that a rule allows. Changes the logits.
     *
     * @param allowed tried from the likeliest on
     * @return empty if none of the likeliest is allowed
     */
    public static OptionalInt likeliest(float[] logits, IntPredicate allowed) {
        requireDistribution(logits);
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            int best = argmax(logits);
            if (logits[best] == Float.NEGATIVE_INFINITY) {
                break;
            }
            if (allowed.test(best)) {
                return OptionalInt.of(best);
            }
            logits[best] = Float.NEGATIVE_INFINITY;
        }
        return OptionalInt.empty();
    }

    private static void requireDistribution(float[] logits) {
        boolean any = false;
        for (float logit : logits) {
            if (Float.isNaN(logit) || logit == Float.POSITIVE_INFINITY) {
                throw new IllegalStateException("the model computed no probabilities: a logit is " + logit);
            }
            any |= logit > Float.NEGATIVE_INFINITY;
        }
        if (!any) {
            throw new IllegalStateException("the model computed no probabilities: no token has a logit");
        }
    }

    private static int argmax(float[] logits) {
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            if (logits[i] > logits[best]) {
                best = i;
            }
        }
        return best;
    }

    /** The likeliest candidates in descending order, with weights that are not normalised. */
    private Candidate[] best(float[] logits, int count) {
        float highest = logits[argmax(logits)];
        PriorityQueue<Candidate> kept = new PriorityQueue<>(Comparator.comparingDouble(Candidate::weight));
        for (int token = 0; token < logits.length; token++) {
            double weight = Math.exp((logits[token] - highest) / options.temperature());
            if (kept.size() < count) {
                kept.add(new Candidate(token, weight));
            } else if (weight > kept.element().weight) {
                kept.remove();
                kept.add(new Candidate(token, weight));
            }
        }
        Candidate[] sorted = kept.toArray(Candidate[]::new);
        java.util.Arrays.sort(sorted,
                Comparator.comparingDouble(Candidate::weight).reversed().thenComparingInt(Candidate::token));
        return sorted;
    }

    /** The mass of the smallest set of candidates that reaches the nucleus. */
    private static double massOf(Candidate[] candidates, double nucleus) {
        double mass = 0;
        for (Candidate candidate : candidates) {
            mass += candidate.weight;
            if (mass >= nucleus) {
                break;
            }
        }
        return mass;
    }

    private record Candidate(int token, double weight) {}
}
