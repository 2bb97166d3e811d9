package bankassistant.privacy;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * US Social Security numbers: 3-2-4 digits parted by dashes or spaces; unparted or parted by other signs
 * where the text speaks of one; the last four digits where they are called so.
 *
 * <p>Never assigned, so never found: areas 000, 666 and 900 to 999, group 00, serial 0000 (SSA, POMS RM 10201.035).
 */
final class SsnRecognizer implements Recognizer {

    private static final Pattern PARTED = numberWith("[-\\s]");
    private static final Pattern ANY = numberWith("[-\\s./]{0,3}");
    private static final Pattern NAMED = Pattern
            .compile("(?i)(?<!\\p{L})(?:ssn?|s[.-]s[.-]n\\.?|ss ?#|social|soc)(?![\\p{L}_])");
    private static final Pattern SINGLE = Pattern.compile("(?<!\\d)(?<value>\\d(?:[- .]\\d){8})(?!\\d)");
    private static final Named LAST_FOUR = Named.of(Candidate.Kind.SSN,
            "(?:ssn|social(?: security)?(?: number)?) (?:ending|ends|that ends)(?: in| with)?"
                    + "|last (?:four|4)(?: digits?| numbers?)? of (?:(?:my|his|her|the|your|their|customer's) )?(?:ssn|social(?: security)?(?: number)?)",
            "\\d{4}");

    @Override
    public List<Candidate> find(String text) {
        Pattern pattern = NAMED.matcher(text).find() ? ANY : PARTED;
        if (pattern == PARTED) {
            return Stream.of(Digits.find(pattern, text, Candidate.Kind.SSN, Candidate.NAMED, _ -> true),
                    LAST_FOUR.find(text)).flatMap(List::stream).toList();
        }
        return Stream.of(Digits.find(SINGLE, text, Candidate.Kind.SSN, Candidate.NAMED, SsnRecognizer::isAssigned),
                Digits.find(pattern, text, Candidate.Kind.SSN, Candidate.NAMED, _ -> true),
                LAST_FOUR.find(text)).flatMap(List::stream).toList();
    }

    private static boolean isAssigned(String digits) {
        return ANY.matcher(digits).matches();
    }

    private static Pattern numberWith(String separator) {
        return Pattern.compile("(?<!\\d)(?<value>(?!000|666|9)\\d{3}(?<separator>" + separator
                + ")(?!00)\\d\\d\\k<separator>(?!0000)\\d{4})(?!\\d)");
    }
}
