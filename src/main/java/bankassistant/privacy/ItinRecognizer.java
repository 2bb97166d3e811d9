package bankassistant.privacy;

import java.util.List;
import java.util.regex.Pattern;

/**
 * US individual taxpayer identification numbers: 9xx, then 50 to 65, 70 to 88, 90 to 92 or 94 to 99 (IRM 3.21.263); parted,
 * or unparted where the text speaks of one.
 */
final class ItinRecognizer implements Recognizer {

    private static final String GROUP = "(?:5\\d|6[0-5]|7\\d|8[0-8]|9[0-24-9])";
    private static final Pattern PARTED = Pattern
            .compile("(?<![\\d-])(?<value>9\\d\\d(?<separator>[- ])" + GROUP + "\\k<separator>\\d{4})(?![\\d-])");
    private static final Pattern ANY = Pattern
            .compile("(?<!\\d)(?<value>9\\d\\d[-. ]?" + GROUP + "[-. ]?\\d{4})(?!\\d)");
    private static final Pattern NAMED = Pattern
            .compile("(?i)(?<!\\p{L})(?:itin|tax(?:payer)? id(?:entification)?)(?![\\p{L}_])");

    @Override
    public List<Candidate> find(String text) {
        return Digits.find(NAMED.matcher(text).find() ? ANY : PARTED, text, Candidate.Kind.ITIN, Candidate.NAMED,
                _ -> true);
    }
}
