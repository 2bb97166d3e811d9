package bankassistant.answering;

import java.util.List;

/** How much of two lists stands in the same order in both. */
final class CommonSubsequence {

    private CommonSubsequence() {}

    static int longest(List<String> left, List<String> right) {
        int[] before = new int[right.size() + 1];
        for (String word : left) {
            int[] now = new int[before.length];
            for (int i = 1; i < now.length; i++) {
                now[i] = word.equals(right.get(i - 1)) ? before[i - 1] + 1 : Math.max(before[i], now[i - 1]);
            }
            before = now;
        }
        return before[right.size()];
    }
}
