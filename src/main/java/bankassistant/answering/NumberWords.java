package bankassistant.answering;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** English words for numbers up to the millions. */
final class NumberWords {

    private static final List<String> SMALL = List.of("zero", "one", "two", "three", "four", "five", "six", "seven",
            "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
            "eighteen", "nineteen");
    private static final List<String> TENS = List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy",
            "eighty", "ninety");
    private static final List<String> ORDINALS = List.of("third", "fourth", "fifth", "sixth", "seventh", "eighth",
            "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth");
    private static final Map<String, Integer> VALUES = values();

    private static final String BELOW_HUNDRED = "(?:(?:%s)(?:[\\s-](?:%s))?|%s)".formatted(String.join("|", TENS),
            String.join("|", SMALL.subList(1, 10)), longestFirst(SMALL));
    private static final String SCALE = "(?:hundred|thousand|million)";

    /** An expression for a number in words; it begins and ends at the edges of words. */
    static final String NUMBER = "\\b(?:(?:%1$s|an?(?=\\s+%2$s))(?:\\s+%2$s(?:(?:\\s+and)?\\s+%1$s\\b)?)*|dozen)\\b"
            .formatted(BELOW_HUNDRED, SCALE);
    /** An expression for an ordinal in words. */
    static final String ORDINAL = "\\b(?:first|second|" + String.join("|", ORDINALS) + ")\\b";

    private NumberWords() {}

    /** The value of a text that {@link #NUMBER} matches. */
    static BigDecimal value(String words) {
        long total = 0;
        long current = 0;
        for (String word : words.toLowerCase(Locale.ROOT).split("[\\s-]+")) {
            switch (word) {
                case "a", "an" -> current = 1;
                case "and" -> {
                }
                case "dozen" -> current = 12;
                case "hundred" -> current = Math.max(1, current) * 100;
                case "thousand" -> {
                    total += Math.max(1, current) * 1_000;
                    current = 0;
                }
                case "million" -> {
                    total += Math.max(1, current) * 1_000_000;
                    current = 0;
                }
                default -> current += VALUES.get(word);
            }
        }
        return BigDecimal.valueOf(total + current);
    }

    /** The value of a text that {@link #ORDINAL} matches. */
    static BigDecimal ordinal(String word) {
        return BigDecimal.valueOf(switch (word.toLowerCase(Locale.ROOT)) {
            case "first" -> 1;
            case "second" -> 2;
            case String other -> 3 + ORDINALS.indexOf(other);
        });
    }

    private static String longestFirst(List<String> words) {
        return words.stream().sorted(Comparator.comparingInt(String::length).reversed())
                .collect(Collectors.joining("|"));
    }

    private static Map<String, Integer> values() {
        Map<String, Integer> values = IntStream.range(0, SMALL.size()).boxed()
                .collect(Collectors.toMap(SMALL::get, value -> value));
        IntStream.range(0, TENS.size()).forEach(i -> values.put(TENS.get(i), 20 + 10 * i));
        return values;
    }
}
