package bankassistant.privacy;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * E-mail addresses: a dot-atom, an at sign, a host name with a top-level domain (RFC 5322, 1035); and as people say them,
 * "jo dot doe at example dot com", "jo [at] example.com".
 */
final class EmailRecognizer implements Recognizer {

    private static final String LOCAL = "[\\p{L}\\d._%+'-]";
    // It begins only where no such character stands before it: a long text without an at sign is read once.
    private static final Pattern ADDRESS = Pattern
            .compile("(?<!" + LOCAL + ")" + LOCAL + "++@(?:[\\p{L}\\d-]{1,63}\\.){1,126}\\p{L}{2,}");
    private static final String AT = "(?:\\s{0,2}[\\[({<]\\s?at\\s?[\\])}>]\\s{0,2}|\\s{0,2}@\\s{0,2})";
    private static final String DOT = "(?:\\s{0,2}[\\[({<]\\s?(?:dot|\\.)\\s?[\\])}>]\\s{0,2}|\\s{1,2}dot\\s{1,2}|\\s?\\.\\s?)";
    private static final String SAID_DOT = "\\s{1,2}dot\\s{1,2}";
    private static final String TOP = "(?:com|org|net|edu|gov|mil|info|biz|io|co|me|us|uk|ca|de|fr|es|it|in|mx|br|au|eu|dev|app|bank)";
    private static final String PART = "[\\p{L}\\d_%+-]{1,64}";
    private static final String HOST = "[\\p{L}\\d-]{1,63}";
    private static final Pattern SAID = Pattern.compile("(?i)(?<!" + LOCAL + ")(?:" + PART
            + "(?:\\.|\\s{1,2}(?:dot|underscore|dash)\\s{1,2})){0,4}" + PART + "(?:" + AT + HOST + "(?:" + DOT + HOST
            // "at" as a word names places as well: then the dots must be said too
            + "){0,2}?" + DOT + "|\\s{1,2}at\\s{1,2}" + HOST + "(?:" + SAID_DOT + HOST + "){0,2}?" + SAID_DOT + ")"
            + TOP
            + "(?![\\p{L}\\d])");
    private static final Pattern WORDS = Pattern
            .compile("(?i)\\s{0,2}[\\[({<]?\\s?\\b(at|dot|underscore|dash)\\b\\s?[\\])}>]?\\s{0,2}");

    @Override
    public List<Candidate> find(String text) {
        return Stream.of(ADDRESS, SAID).flatMap(pattern -> pattern.matcher(text).results())
                .map(match -> new Candidate(match.start(), match.end(), Candidate.Kind.EMAIL, plain(match.group()),
                        Candidate.CHECKED))
                .toList();
    }

    private static String plain(String address) {
        return WORDS.matcher(address.toLowerCase(Locale.ROOT)).replaceAll(word -> switch (word.group(1)) {
            case "at" -> "@";
            case "underscore" -> "_";
            case "dash" -> "-";
            default -> ".";
        }).replaceAll("\\s", "");
    }
}
