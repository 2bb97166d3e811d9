package bankassistant.answering;

import bankassistant.policy.Sentences;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether a text keeps to the evidence's words in the evidence's order. A true figure put to another subject ("a check can
 * be held for 30 calendar days", where 30 days make an account new) has all its words and figures from the evidence, but
 * not in this order.
 *
 * <p>Each sentence is held against one sentence of the evidence: two halves of different rules make no rule.
 */
final class WordOrder {

    /** A sentence of ten words may have one that is new or out of place. */
    private static final double LEAST_SHARE = 0.9;

    /** $15.00 is $15. */
    private static final Pattern NO_CENTS = Pattern.compile("(?<=\\d)\\.00\\b");

    private WordOrder() {}

    /** Whether every sentence of the text follows a sentence of the evidence. */
    static boolean follows(String text, String evidence) {
        List<List<String>> sources = contents(evidence);
        return contents(text).stream().allMatch(
                written -> !written.isEmpty() && sources.stream().anyMatch(source -> follows(written, source)));
    }

    private static List<List<String>> contents(String text) {
        return Sentences.of(text).stream()
                .map(sentence -> Wording.of(NO_CENTS.matcher(sentence).replaceAll("")).content()).toList();
    }

    private static boolean follows(List<String> written, List<String> source) {
        return longestCommonSubsequence(written, source) >= LEAST_SHARE * written.size();
    }

    static int longestCommonSubsequence(List<String> left, List<String> right) {
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
