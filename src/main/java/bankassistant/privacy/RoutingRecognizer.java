package bankassistant.privacy;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** ABA routing numbers: nine digits with their checksum, in a text that speaks of one; and British sort codes, named as such. */
final class RoutingRecognizer implements Recognizer {

    private static final Pattern NUMBER = Pattern
            .compile("(?<!\\d)(?<value>\\d{4}[- ]?\\d{4}[- ]?\\d)(?!\\d)");
    private static final Pattern NAMED = Pattern.compile("(?i)(?<!\\p{L})(?:routing|aba|rtn|transit|ach)(?![\\p{L}_])");

    private static final Named SORT_CODE = Named.of(Candidate.Kind.ROUTING, "sort ?code",
            "\\d{2}[- ]?\\d{2}[- ]?\\d{2}");

    @Override
    public List<Candidate> find(String text) {
        List<Candidate> named = NAMED.matcher(text).find()
                ? Digits.find(NUMBER, text, Candidate.Kind.ROUTING, Candidate.CHECKED, Digits::routing)
                : List.of();
        return Stream.concat(named.stream(), SORT_CODE.find(text).stream()).toList();
    }
}
