package bankassistant.lab.answers;

import bankassistant.model.TokenEncoder;

/**
 * How close a text is to a reference in meaning: each token is matched with the nearest of the other text (Zhang et al. 2020,
 * arXiv 1904.09675), without weights by rarity and without rescaling. Figures of other encoders can't be compared.
 */
public final class BertScore {

    private final TokenEncoder encoder;

    public BertScore(TokenEncoder encoder) {
        this.encoder = encoder;
    }

    /** F1 of precision (the text's tokens) and recall (the reference's), in [-1, 1]; 0 if one of them has no tokens. */
    public double f1(String text, String reference) {
        float[][] own = encoder.tokenVectors(text);
        float[][] others = encoder.tokenVectors(reference);
        if (own.length == 0 || others.length == 0) {
            return 0;
        }
        double precision = meanOfNearest(own, others);
        double recall = meanOfNearest(others, own);
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private static double meanOfNearest(float[][] tokens, float[][] others) {
        double sum = 0;
        for (float[] token : tokens) {
            double nearest = -1;
            for (float[] other : others) {
                nearest = Math.max(nearest, product(token, other));
            }
            sum += nearest;
        }
        return sum / tokens.length;
    }

    private static double product(float[] a, float[] b) {
        double product = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
        }
        return product;
    }
}
