package bankassistant.answering;

import bankassistant.model.TextRule;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lets an answer have the numbers of its evidence and no others, in digits or in words. */
final class FigureRule implements TextRule {

    private static final Pattern DIGITS = Pattern.compile("\\d[\\d.,:]*");
    private static final Pattern LAST_STOPS = Pattern.compile("[.,:]+$");
    private static final Pattern WORDS = Pattern.compile(NumberWords.NUMBER + "|\\btwice\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNFINISHED_WORD = Pattern.compile("[\\p{L}-]+$");

    private final Set<String> numbers = new HashSet<>();
    private final Set<BigDecimal> values;

    FigureRule(String evidence) {
        DIGITS.matcher(evidence).results().map(found -> withoutStops(found.group())).forEach(numbers::add);
        values = numbers.stream().filter(number -> number.matches("\\d+(?:,\\d{3})*(?:\\.\\d+)?"))
                .map(FigureRule::value).collect(Collectors.toCollection(HashSet::new));
        WORDS.matcher(evidence.toLowerCase(Locale.ROOT)).results().map(found -> wordValue(found.group()))
                .forEach(value -> {
                    values.add(value);
                    numbers.add(value.toPlainString());
                });
    }

    @Override
    public boolean allows(String text, String piece) {
        String whole = text + piece;
        Matcher digits = DIGITS.matcher(whole);
        while (digits.find()) {
            if (digits.end() >= text.length()
                    && !allows(digits.group(), digits.end() == whole.length() && !piece.isEmpty())) {
                return false;
            }
        }
        String finished = piece.isEmpty() ? whole : UNFINISHED_WORD.matcher(whole).replaceFirst("");
        return WORDS.matcher(finished.toLowerCase(Locale.ROOT)).results().map(found -> wordValue(found.group()))
                .allMatch(value -> value.equals(BigDecimal.ONE)
                        || values.stream().anyMatch(of -> of.compareTo(value) == 0));
    }

    private boolean allows(String digits, boolean unfinished) {
        String number = withoutStops(digits);
        return numbers.contains(number) || unfinished && numbers.stream().anyMatch(of -> of.startsWith(digits));
    }

    private static String withoutStops(String number) {
        return LAST_STOPS.matcher(number).replaceFirst("");
    }

    private static BigDecimal value(String number) {
        return new BigDecimal(number.replace(",", ""));
    }

    private static BigDecimal wordValue(String words) {
        return words.equals("twice") ? BigDecimal.TWO : NumberWords.value(words);
    }
}
