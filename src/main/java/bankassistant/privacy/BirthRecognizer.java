package bankassistant.privacy;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Dates of birth, named as such; a date alone is none. And ages from 26 on that are told of a person: whether a customer is a
 * child, a student or of age is what a question is about.
 */
final class BirthRecognizer implements Recognizer {

    private static final String MONTH = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
            + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
    private static final String DAY = "(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?";
    private static final String YEAR = "(?:(?:18|19|20)\\d\\d|['\u2019]?\\d\\d)";
    private static final String LONG_YEAR = "(?:18|19|20)\\d\\d";
    private static final String DATE = "(?:\\d{1,2}\\s?[/.-]\\s?\\d{1,2}\\s?[/.-]\\s?(?:" + LONG_YEAR + "|\\d\\d)"
            + "|" + LONG_YEAR + "\\s?[/.-]\\s?\\d{1,2}\\s?[/.-]\\s?\\d{1,2}"
            + "|" + MONTH + "\\s{1,2}" + DAY + "(?:,?\\s{1,2}(?:of\\s|in\\s)?" + YEAR + ")?"
            + "|" + DAY + "\\s{0,2}[/.-]?\\s?(?:of\\s)?" + MONTH + "(?:,?[\\s/.-]{1,2}" + YEAR + ")?"
            + "|" + MONTH + "[,\\s]{1,2}" + LONG_YEAR + "|" + LONG_YEAR + "|\\d{8}|\\d{1,2}[ ]\\d{1,2}[ ]" + YEAR
            + "|\\d{1,2}/\\d{1,2})";
    private static final String NAMES = "d\\.?\\s?o\\.?\\s?b\\.?|(?:date|day|year|month) of (?:birth|my birth|his birth|her birth)|birth\\s?-?date|birth\\s?days?|b-?day"
            + "|(?:was |were |am |is |i'm )?born";
    private static final String BETWEEN = "(?:\\s{0,3}[:=#,(\\[\"'-]|\\s{1,3}(?:is|was|as|on|in|the|my|of|it's|at|to|mm/dd/yyyy)(?![\\p{L}\\d])){0,5}\\s{0,3}[\"'(]?";
    private static final Named NAMED = new Named(
            List.of(Pattern.compile("(?i)(?<![\\p{L}\\d])(?:" + NAMES + ")(?![\\p{L}])" + BETWEEN + "(?<value>" + DATE
                    + ")(?![\\p{L}\\d]|[/.-]\\d)"),
                    Pattern.compile("(?i)(?<![\\p{L}\\d/.-])(?<value>" + DATE
                            + ")(?:\\s{1,3}(?:is|was|as)\\s{1,3}(?:(?:my|his|her|the|their|customer's)\\s{1,3}){0,2}|\\s{0,3}[(,-]\\s{0,3})"
                            + "(?:" + NAMES + ")(?![\\p{L}\\d])")),
            Candidate.Kind.DATE_OF_BIRTH, _ -> true, Named::plain);

    private static final String GROWN_UP = "(?:2[6-9]|[3-9]\\d|1[01]\\d)";
    private static final Named AGE = new Named(List.of(
            Pattern.compile(
                    "(?i)(?<![\\p{L}\\d])(?:i am|i'm|im|he is|he's|she is|she's|who is|customer is|client is|mother is|father is|wife is|husband is|aged|age|age:|age is)"
                            + "\\s{1,3}(?<value>" + GROWN_UP
                            + "(?:[ -]?(?:years?[ -]old|y/?o|yrs? old))?)(?=\\s{0,2}(?:[,.;!?)]|$|and\\b|years? of age))"),
            Pattern.compile(
                    "(?i)(?<![\\p{L}\\d])(?:i am|i'm|im|he is|he's|she is|she's|who is|is|was|aged|,)\\s{1,3}(?:an? )?(?<value>"
                            + GROWN_UP + "[ -](?:years?[ -]old|y/?o|yrs? old))(?![\\p{L}\\d])")),
            Candidate.Kind.AGE, _ -> true, value -> value.replaceAll("\\D", ""));

    @Override
    public List<Candidate> find(String text) {
        return Stream.of(NAMED, AGE).flatMap(named -> named.find(text).stream()).toList();
    }
}
