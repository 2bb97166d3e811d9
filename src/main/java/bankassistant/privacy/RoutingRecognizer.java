package bankassistant.privacy;

import java.util.List;
import java.util.regex.Pattern;

/** ABA routing numbers: nine digits with their checksum, in a text that speaks of one. */
final class RoutingRecognizer implements Recognizer {

    private static final Pattern NUMBER = Pattern
            .compile("(?<!\\d)(?<value>\\d{4}[- ]?\\d{4}[- ]?\\d)(?!\\d)");
    private static final Pattern NAMED = Pattern.compile("(?i)(?<!\\p{L})(?:routing|aba|rtn)(?![\\p{L}_])");

    @Override
    public List<Candidate> find(String text) {
        return NAMED.matcher(text).find()
                ? Digits.find(NUMBER, text, Candidate.Kind.ROUTING, Candidate.CHECKED, Digits::routing)
                : List.of();
    }
}
