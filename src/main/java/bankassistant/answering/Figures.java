package bankassistant.answering;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The figures of a text in one spelling: "$5,000.00" is "$5,000", "ten business days" is "10 business days".
 *
 * <p>A bare "one" is no figure: it is a pronoun more often than a number, and where it is replaced by another number, that
 * one stands out. "First" and "second" are figures only before a unit of time.
 *
 * @param all in the order of the text, repeated ones repeated
 */
public record Figures(List<Figure> all) {

    public Figures {
        all = List.copyOf(all);
    }

    public static Figures of(String text) {
        return new Figures(FigureReader.read(text));
    }

    /** What a text says beside its figures and their units. */
    public static String wordsBeside(String text) {
        return FigureReader.without(text);
    }

    /** Whether every figure of the other text stands in this one. */
    public boolean carries(Figures others) {
        return distinct().containsAll(others.distinct());
    }

    /** The figures that the other text lacks, in one spelling. */
    public List<String> missingFrom(Figures others) {
        Set<Figure> known = others.distinct();
        return distinct().stream().filter(figure -> !known.contains(figure)).map(Figure::toString).toList();
    }

    private Set<Figure> distinct() {
        return new LinkedHashSet<>(all);
    }

    /**
     * @param value in one spelling: a number without separators or trailing zeros, a date as {@code 2026-09-30}, a time
     *              as {@code 18:00}, a phone's digits
     * @param unit  such as {@code $}, {@code %} or {@code business day}; empty without one
     */
    public record Figure(Kind kind, String value, String unit) {

        @Override
        public String toString() {
            return kind == Kind.AMOUNT ? unit + value : unit.isEmpty() ? value : value + " " + unit;
        }

        /** What a figure measures. */
        public enum Kind {
            AMOUNT, PERCENT, DURATION, DATE, TIME, PHONE, ORDINAL, NUMBER
        }
    }
}
