package bankassistant.lab;

/**
 * How well spans are found.
 *
 * @param expected how many there are
 * @param found    how many were found, rightly or wrongly
 * @param right    how many of both are the same
 */
public record SpanFigures(int expected, int found, int right) {

    public static final SpanFigures NONE = new SpanFigures(0, 0, 0);

    SpanFigures plus(SpanFigures other) {
        return new SpanFigures(expected + other.expected, found + other.found, right + other.right);
    }

    /** Share of what was found that is right; 1 where nothing was found. */
    public double precision() {
        return found == 0 ? 1 : (double) right / found;
    }

    /** Share of what there is that was found; 1 where there is nothing. */
    public double recall() {
        return expected == 0 ? 1 : (double) right / expected;
    }

    /** The F-measure in which recall counts twice as much as precision; 1 where there is nothing and nothing was found. */
    public double f2() {
        return expected + found == 0 ? 1 : 5.0 * right / (4.0 * expected + found);
    }
}
