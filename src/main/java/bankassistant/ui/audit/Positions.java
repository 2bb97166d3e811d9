package bankassistant.ui.audit;

import java.util.Arrays;
import java.util.List;

/** Which record stands in which row, newest first: all of them, or those that a search has found so far. */
final class Positions {

    private static final int START = 256;

    private final long whole;
    private long[] found = new long[0];
    private int count;

    private Positions(long whole) {
        this.whole = whole;
    }

    /** All records of a log of that size. */
    static Positions whole(long size) {
        return new Positions(size);
    }

    /** None yet. */
    static Positions none() {
        return new Positions(0);
    }

    /** @param sequences smaller than those before, falling */
    void add(List<Long> sequences) {
        if (count + sequences.size() > found.length) {
            found = Arrays.copyOf(found, Math.max(START, Math.max(2 * found.length, count + sequences.size())));
        }
        for (long sequence : sequences) {
            found[count++] = sequence;
        }
    }

    /** Rows; a table holds no more than an {@code int} counts. */
    int size() {
        return (int) Math.min(Integer.MAX_VALUE - 8, whole + count);
    }

    long sequence(int row) {
        return whole > 0 ? whole - 1 - row : found[row];
    }

    /** The row of a record, or a negative number. */
    int row(long sequence) {
        if (whole > 0) {
            return sequence >= 0 && sequence < whole ? (int) (whole - 1 - sequence) : -1;
        }
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (found[middle] == sequence) {
                return middle;
            }
            if (found[middle] > sequence) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }
}
