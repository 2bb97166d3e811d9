package bankassistant.chat;

import bankassistant.policy.Sentences;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The part of a masked question that is searched for. People begin with a greeting and say who they are; those sentences
 * are like no policy, so that with them the whole question is. They are left out when anything else is said.
 */
final class QuestionFocus {

    /** A name as typed, or what stands for masked data. */
    private static final String NAME = "(?:\\[[A-Z_]+_\\d+\\]|\\p{L}[\\p{L}.'\u2019-]*)";
    private static final String NAMES = NAME + "(?:\\s+" + NAME + "){0,3}";
    /** Names that can't be mistaken for other words: with capital letters, or masked. */
    private static final String CAPITALS = "(?-i:(?:\\[[A-Z_]+_\\d+\\]|\\p{Lu}[\\p{L}.'\u2019-]*)"
            + "(?:\\s+(?:\\[[A-Z_]+_\\d+\\]|\\p{Lu}[\\p{L}.'\u2019-]*)){0,3})";
    private static final String VALUE = "(?:\\[[A-Z_]+_\\d+\\]|[\\p{L}.]*[\\d/.-]+\\S*|\\p{L}+\\s+\\d+)";

    /** One stretch between commas of a sentence that asks nothing. */
    private static final Pattern EMPTY = Pattern.compile("\\s*(?:"
            + "(?:hi|hello|hey|greetings|good (?:morning|afternoon|evening|day)|dear " + NAMES + ")"
            + "(?: there| all| team| everyone| " + CAPITALS + ")?"
            + "|(?:thanks|thank you|please help(?: me)?)(?: so much| very much| in advance)?"
            + "|my (?:(?:full|first|last) )?name is " + NAMES + "|(?:i am|i'm|i\u2019m|this is) " + CAPITALS
            + "|(?:i was |i am )?born(?: (?:on|in|at))? .{1,30}"
            + "|(?:(?:and )?my )?(?:ssn|social security number|social|account(?: number)?|card(?: number)?|phone(?: number)?"
            + "|number|e-?mail(?: address)?|address|date of birth|birthday|dob)(?: is|:)? " + VALUE
            + "|" + VALUE + ")\\s*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern STRETCHES = Pattern.compile("[,;]|\\s[\u2013\u2014-]\\s");
    private static final Pattern LAST_STOPS = Pattern.compile("[.!]+$");

    private QuestionFocus() {}

    /** The sentences that say something, joined; the whole question if none does. */
    static String of(String question) {
        List<String> sentences = Sentences.of(question);
        List<String> telling = sentences.stream().filter(sentence -> !isEmpty(sentence)).toList();
        return telling.isEmpty() || telling.size() == sentences.size() ? question : String.join(" ", telling);
    }

    private static boolean isEmpty(String sentence) {
        return STRETCHES.splitAsStream(LAST_STOPS.matcher(sentence).replaceFirst(""))
                .allMatch(stretch -> stretch.isBlank() || EMPTY.matcher(stretch).matches());
    }
}
