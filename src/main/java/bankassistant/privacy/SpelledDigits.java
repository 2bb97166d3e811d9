package bankassistant.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Digits said one by one, "four one one one" and "double seven", three or more in a row, made digits. */
final class SpelledDigits {

    private static final int FEWEST = 3;
    private static final Map<String, Character> DIGITS = Map.ofEntries(Map.entry("zero", '0'), Map.entry("oh", '0'),
            Map.entry("o", '0'), Map.entry("nought", '0'), Map.entry("one", '1'), Map.entry("two", '2'),
            Map.entry("three", '3'), Map.entry("four", '4'), Map.entry("five", '5'), Map.entry("six", '6'),
            Map.entry("seven", '7'), Map.entry("eight", '8'), Map.entry("nine", '9'));
    private static final Pattern SAID = Pattern.compile("(?i)(?<![\\p{L}\\d])(?:(?<times>double|triple)[ -])?"
            + "(?:(?<word>zero|nought|oh|o|one|two|three|four|five|six|seven|eight|nine)|(?<digits>\\d{1,19}))"
            + "(?![\\p{L}\\d])");

    private SpelledDigits() {}

    /** One thing said: a word for a digit, or digits as they are. */
    private record Said(int start, int end, String digits, boolean spelled) {}

    static ReadableText replaced(ReadableText text) {
        ReadableText.Builder replaced = new ReadableText.Builder(text.length());
        List<Said> row = new ArrayList<>();
        int from = 0;
        Matcher said = SAID.matcher(text.text());
        while (said.find()) {
            if (!row.isEmpty() && !isJoined(text.text(), row.getLast().end(), said.start())) {
                from = add(text, row, from, replaced);
                row.clear();
            }
            row.add(said(said));
        }
        from = add(text, row, from, replaced);
        if (from == 0) {
            return text;
        }
        replaced.copy(text, from, text.length());
        return replaced.build();
    }

    private static Said said(Matcher said) {
        if (said.group("digits") != null) {
            return new Said(said.start("digits"), said.end(), said.group("digits"), false);
        }
        String digit = String.valueOf(DIGITS.get(said.group("word").toLowerCase(Locale.ROOT)));
        String times = said.group("times");
        int count = times == null ? 1 : times.equalsIgnoreCase("double") ? 2 : 3;
        return new Said(said.start(), said.end(), digit.repeat(count), true);
    }

    /** Adds what stands before the row and the row in digits; returns where it ends, or {@code from} if it is too short. */
    private static int add(ReadableText text, List<Said> row, int from, ReadableText.Builder replaced) {
        int spelled = row.stream().filter(Said::spelled).mapToInt(said -> said.digits().length()).sum();
        if (spelled < FEWEST) {
            return from;
        }
        replaced.copy(text, from, row.getFirst().start());
        for (int i = 0; i < row.size(); i++) {
            Said said = row.get(i);
            if (i > 0 && !(said.spelled() && row.get(i - 1).spelled()
                    && isSpace(text.text(), row.get(i - 1).end(), said.start()))) {
                replaced.add(' ', text.start(row.get(i - 1).end()), text.end(said.start() - 1));
            }
            if (said.spelled()) {
                replaced.addAll(said.digits(), text.start(said.start()), text.end(said.end() - 1));
            } else {
                replaced.copy(text, said.start(), said.end());
            }
        }
        return row.getLast().end();
    }

    private static boolean isJoined(String text, int end, int start) {
        return start - end >= 1 && start - end <= 3
                && text.substring(end, start).chars().allMatch(c -> c == '-' || c == ',' || Character.isWhitespace(c));
    }

    private static boolean isSpace(String text, int end, int start) {
        return start - end == 1 && (text.charAt(end) == ' ' || text.charAt(end) == '-');
    }
}
