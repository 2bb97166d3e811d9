package bankassistant.privacy;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Account numbers named as such: "account number 12345678", "acct # 12-345-678", "account 12345678", and the numbers
 * that follow in a list. 6 to 17 digits; parted ones only after the word "number" or its like, since "account 2026-03-01"
 * speaks of a date.
 */
final class AccountRecognizer implements Recognizer {

    private static final String ACCOUNT = "(?<!\\p{L})(?:accounts?|acct|a/c)(?![\\p{L}_])\\.?\\s{0,3}";
    private static final String LINK = "\\s{0,3}(?:is|are|was|ends up (?:as|being)|turns? out (?:as|to be)|reads|shows(?: up)?(?: as)?|:|=)?\\s{0,3}";
    private static final String WHOLE = "\\d{6,17}(?!\\d)";
    private static final String PARTED = "\\d{2,5}(?:[- ]\\d{2,5}){1,5}(?!\\d)";
    private static final Pattern NUMBER = Pattern.compile(
            "(?i)(?:" + ACCOUNT + "(?:numbers?|nos?\\.?|num|nr|#)" + LINK + "(?<numbered>" + WHOLE + "|" + PARTED
                    + ")|" + ACCOUNT + LINK + "(?<plain>" + WHOLE + ")"
                    + "|(?!^)\\G\\s{0,3}(?:,|and|or|to|&)\\s{0,3}(?<next>" + WHOLE + "))");

    /** Other ways to say it, and the number before its name. */
    private static final String KINDS = "(?:checking|chequing|savings|deposit|loan|brokerage|mortgage|money market|joint|business|bank)";
    private static final String NUMBERED = " ?(?:number|no\\.?|num|id|#)";
    /** Shorter ones are amounts where nothing says number. */
    private static final String LONG = "\\d{8,17}";
    private static final Named OTHERWISE = new Named(List.of(
            Named.behind(KINDS + "(?: acct| account)?" + NUMBERED, WHOLE),
            Named.behind("(?:customer|client|member|membership|loan|mortgage|application)" + NUMBERED,
                    "\\d{5,17}(?!\\d)"),
            Named.behind(KINDS + "(?: acct| account)?", LONG),
            Named.behind("(?:my|his|her|their|the|customer's|bank) (?:a/c|acct|account)", LONG),
            Named.before("(?:(?:bank|checking|savings) )?(?:account|acct|a/c)(?: (?:number|no\\.?|#))?", LONG)),
            Candidate.Kind.ACCOUNT, _ -> true, Digits::only);
    private static final Pattern MOVED = Pattern.compile("(?i)(?<!\\p{L})(?:transfer|wire|send|sent|move|deposit|pay)");
    private static final Pattern FROM_TO = Pattern
            .compile("(?i)(?<!\\p{L})(?:from|to|into)\\s{1,2}(?<value>\\d{8,17})(?![\\p{L}\\d]|[.,]\\d)");

    @Override
    public List<Candidate> find(String text) {
        List<Candidate> moved = MOVED.matcher(text).find()
                ? Digits.find(FROM_TO, text, Candidate.Kind.ACCOUNT, Candidate.SHAPED, _ -> true)
                : List.of();
        return Stream.of(listed(text), OTHERWISE.find(text), moved).flatMap(List::stream).toList();
    }

    private static List<Candidate> listed(String text) {
        return NUMBER.matcher(text).results().map(match -> {
            String group = match.group("numbered") != null
                    ? "numbered"
                    : match.group("plain") != null ? "plain" : "next";
            return new Candidate(match.start(group), match.end(group), Candidate.Kind.ACCOUNT,
                    Digits.only(match.group(group)), Candidate.NAMED);
        }).toList();
    }
}
