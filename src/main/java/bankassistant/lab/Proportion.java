package bankassistant.lab;

import java.util.Locale;

/**
 * How often something came out right.
 *
 * @param right 0 to {@code of}
 * @param of    tries, at least 1
 */
public record Proportion(int right, int of) {

    /** The normal distribution's quantile for a two-sided interval of 95 %. */
    private static final double Z = 1.959964;

    public Proportion {
        if (of < 1 || right < 0 || right > of) {
            throw new IllegalArgumentException(right + " of " + of + " is no proportion");
        }
    }

    public double value() {
        return (double) right / of;
    }

    /** The lower end of the 95 % interval (Wilson 1927). */
    public double low() {
        return centre() - reach();
    }

    /** The upper end of the 95 % interval (Wilson 1927). */
    public double high() {
        return centre() + reach();
    }

    /** For people, such as {@code 93.90 % of 2001 [92.77, 94.87]}. */
    public String told() {
        return String.format(Locale.ROOT, "%.2f %% of %d [%.2f, %.2f]", 100 * value(), of, 100 * low(), 100 * high());
    }

    private double centre() {
        return (value() + Z * Z / (2 * of)) / (1 + Z * Z / of);
    }

    private double reach() {
        return Z / (1 + Z * Z / of) * Math.sqrt(value() * (1 - value()) / of + Z * Z / (4.0 * of * of));
    }
}
