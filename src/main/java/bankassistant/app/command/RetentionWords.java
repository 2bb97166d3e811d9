package bankassistant.app.command;

/** A number of months as people say it. */
final class RetentionWords {

    private static final int YEAR = 12;

    private RetentionWords() {}

    static String of(int months) {
        int count = months % YEAR == 0 ? months / YEAR : months;
        return count + (months % YEAR == 0 ? " year" : " month") + (count == 1 ? "" : "s");
    }
}
