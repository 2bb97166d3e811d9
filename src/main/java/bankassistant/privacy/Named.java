package bankassistant.privacy;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Finds values that the words beside them name: "my PIN is 1234", "PIN: 1234", "1234 is my PIN". Case does not matter.
 *
 * @param patterns each with a group {@code value}; their repetitions are bounded
 * @param check    of the value as it stands
 * @param form     the value in the form in which it is compared
 */
record Named(List<Pattern> patterns, Candidate.Kind kind, Predicate<String> check, UnaryOperator<String> form)
        implements
            Recognizer {

    /** Small words and signs between a name and its value. */
    private static final String LINK = "(?:\\s{0,3}[:=#,.(\\[\"'\u201c-]|\\s{1,3}(?:is|was|are|be|equals|of|to|as|it's|its|it is|"
            + "number|no|num|nr|code|id|the|my|his|her|their|on file|reads|says|still|now"
            + "|(?:that )?(?:i|we|he|she|they|you) (?:use|used|set|chose|have|entered|typed|got|gave))(?![\\p{L}\\d])){0,4}\\s{0,3}[\"'\u201c(\\[]?";
    private static final String BEFORE = "(?<![\\p{L}\\d])";
    private static final String BEHIND = "(?![\\p{L}\\d])";

    /**
     * A value behind its name, or before it with "is", "as" or a bracket between.
     *
     * @param names regular expression without groups
     * @param value regular expression
     */
    static Named of(Candidate.Kind kind, String names, String value) {
        return new Named(List.of(behind(names, value), before(names, value)), kind, _ -> true, Named::plain);
    }

    /** The same with a check of the value. */
    Named checked(Predicate<String> required) {
        return new Named(patterns, kind, required, form);
    }

    static Pattern behind(String names, String value) {
        return Pattern.compile("(?i)" + BEFORE + "(?:" + names + ")(?![\\p{L}])" + LINK + "(?<value>" + value + ")"
                + BEHIND);
    }

    static Pattern before(String names, String value) {
        return Pattern.compile("(?i)" + BEFORE + "(?<value>" + value
                + ")(?:\\s{1,3}(?:is|was|as|are|for)\\s{1,3}|\\s{0,3}[(,-]\\s{0,3})"
                + "(?:(?:the|my|his|her|your|our|their|a|an|new|old|current|correct|customer's)\\s{1,3}){0,3}(?:"
                + names + ")"
                + BEHIND);
    }

    /** Letters and digits in lower case, all else left out. */
    static String plain(String value) {
        return value.replaceAll("[^\\p{L}\\d]", "").toLowerCase(Locale.ROOT);
    }

    @Override
    public List<Candidate> find(String text) {
        return patterns.stream().flatMap(pattern -> pattern.matcher(text).results())
                .filter(match -> check.test(match.group("value"))).map(match -> new Candidate(match.start("value"),
                        match.end("value"), kind, form.apply(match.group("value")), Candidate.NAMED))
                .toList();
    }
}
