package bankassistant.audit.store;

import java.time.YearMonth;

/** Months as numbers: counted from the year 0, above 0. */
public final class Periods {

    private static final int MONTHS = 12;

    private Periods() {}

    public static int of(YearMonth month) {
        return Math.max(1, Math.addExact(Math.multiplyExact(month.getYear(), MONTHS), month.getMonthValue() - 1));
    }

    public static YearMonth month(int period) {
        return YearMonth.of(Math.floorDiv(period, MONTHS), Math.floorMod(period, MONTHS) + 1);
    }
}
