package bankassistant.answering;

import bankassistant.answering.Figures.Figure.Kind;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What kind of figure a question asks for. */
final class AskedFigure {

    private static final Pattern AMOUNT = Pattern.compile(
            "(?i)\\bhow much\\b|\\bwhat(?:'s| is| are| does| do|s)? .{0,40}?\\b(?:fees?|costs?|charges?|price|limits?|maximum|minimum)\\b"
                    + "|\\b(?:fee|cost|price|limit|maximum|minimum|charge)\\?|\\bis (?:it|there|this) .{0,20}(?:free|fee|charge)\\b");
    private static final Pattern TIME = Pattern
            .compile(
                    "(?i)\\bhow (?:long|soon|quick(?:ly)?|fast|late|early)\\b|\\bhow many (?:\\w+ )?(?:days|weeks|months|hours|minutes|years)\\b|\\bdeadline\\b|\\b(?:by|until|till) when\\b|\\bcut-?off\\b");
    private static final Pattern NUMBER = Pattern.compile("(?i)\\bhow (?:many|often)\\b");
    private static final Pattern RATE = Pattern.compile(
            "(?i)\\b(?:what|which) (?:is the |are the )?(?:interest )?(?:rates?|apr|percentage)\\b|\\bpercent\\b");

    private AskedFigure() {}

    /** The kinds of which one is asked for; empty if the question asks for none. */
    static Set<Kind> of(String question) {
        if (TIME.matcher(question).find()) {
            return EnumSet.of(Kind.DURATION, Kind.DATE, Kind.TIME, Kind.ORDINAL);
        }
        if (NUMBER.matcher(question).find()) {
            return EnumSet.of(Kind.NUMBER, Kind.DURATION, Kind.AMOUNT);
        }
        if (RATE.matcher(question).find()) {
            return EnumSet.of(Kind.PERCENT);
        }
        return AMOUNT.matcher(question).find() ? EnumSet.of(Kind.AMOUNT, Kind.PERCENT) : EnumSet.noneOf(Kind.class);
    }
}
