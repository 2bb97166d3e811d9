package bankassistant.lab.pii;

import bankassistant.lab.pii.MarkedText.Mark;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Compares places found with places marked. */
final class NameScores {

    private final Map<String, int[]> exact = new TreeMap<>();
    private final Map<String, int[]> overlapping = new TreeMap<>();
    private int clean;
    private int touched;

    /** @param found by type and place */
    void add(MarkedText marked, List<Mark> found) {
        count(exact, marked.marks(), found, Mark::equals);
        count(overlapping, marked.marks(), found, (one, other) -> one.type().equals(other.type())
                && one.start() < other.end() && other.start() < one.end());
        if (marked.marks().isEmpty()) {
            clean++;
            touched += found.isEmpty() ? 0 : 1;
        }
    }

    @FunctionalInterface
    private interface Match {

        boolean test(Mark one, Mark other);
    }

    /** Counts what was marked, of that found, what was found, and of that marked, for each type and for all. */
    private static void count(Map<String, int[]> counts, List<Mark> marked, List<Mark> found, Match match) {
        for (Mark mark : marked) {
            boolean hit = found.stream().anyMatch(other -> match.test(mark, other));
            for (String type : List.of(mark.type(), "all")) {
                int[] count = counts.computeIfAbsent(type, _ -> new int[4]);
                count[0]++;
                count[1] += hit ? 1 : 0;
            }
        }
        for (Mark mark : found) {
            boolean hit = marked.stream().anyMatch(other -> match.test(mark, other));
            for (String type : List.of(mark.type(), "all")) {
                int[] count = counts.computeIfAbsent(type, _ -> new int[4]);
                count[2]++;
                count[3] += hit ? 1 : 0;
            }
        }
    }

    /** Of all types together, on whole places. */
    double f2() {
        return f2(exact.get("all"));
    }

    double f2OfOverlaps() {
        return f2(overlapping.get("all"));
    }

    /** Share of the texts without any mark in which something was found. */
    double touched() {
        return clean == 0 ? 0 : (double) touched / clean;
    }

    private static double f2(int[] count) {
        double recall = recall(count);
        double precision = precision(count);
        return recall + precision == 0 ? 0 : 5 * precision * recall / (4 * precision + recall);
    }

    private static double recall(int[] count) {
        return count[0] == 0 ? 0 : (double) count[1] / count[0];
    }

    private static double precision(int[] count) {
        return count[2] == 0 ? 0 : (double) count[3] / count[2];
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(lines("whole places", exact)).append(lines("overlapping places", overlapping));
        return text.append(String.format(Locale.ROOT, "texts without a mark touched: %d of %d, %.2f %%%n", touched,
                clean, 100 * touched())).toString();
    }

    private static String lines(String title, Map<String, int[]> counts) {
        StringBuilder text = new StringBuilder(title + "\n");
        counts.forEach((type, count) -> text.append(String.format(Locale.ROOT,
                "  %-15s n %4d  precision %.4f  recall %.4f  F2 %.4f%n", type, count[0], precision(count),
                recall(count), f2(count))));
        return text.toString();
    }
}
