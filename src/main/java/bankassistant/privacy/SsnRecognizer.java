package bankassistant.privacy;

import java.util.List;
import java.util.regex.Pattern;

/**
 * US Social Security numbers: 3-2-4 digits parted by dashes or spaces; unparted where the text speaks of one.
 *
 * <p>Never assigned, so never found: areas 000, 666 and 900 to 999, group 00, serial 0000 (SSA, POMS RM 10201.035).
 */
final class SsnRecognizer implements Recognizer {

    private static final Pattern PARTED = numberWith("[-\\s]");
    private static final Pattern ANY = numberWith("[-\\s]?");
    private static final Pattern NAMED = Pattern.compile("(?i)(?<!\\p{L})(?:ssn|social)(?![\\p{L}_])");

    @Override
    public List<Candidate> find(String text) {
        Pattern pattern = NAMED.matcher(text).find() ? ANY : PARTED;
        return Digits.find(pattern, text, Candidate.Kind.SSN, Candidate.NAMED, _ -> true);
    }

    private static Pattern numberWith(String separator) {
        return Pattern.compile("(?<!\\d)(?<value>(?!000|666|9)\\d{3}(?<separator>" + separator
                + ")(?!00)\\d\\d\\k<separator>(?!0000)\\d{4})(?!\\d)");
    }
}
