package bankassistant.privacy;

import java.util.List;
import java.util.regex.Pattern;

/**
 * US phone numbers in their plain formats: (212) 555-0142, 212-555-0142, 212.555.0142, 212 555 0142, 2125550142, each
 * with or without +1 before it. Area code and exchange begin with 2 to 9 (North American Numbering Plan).
 */
final class PhoneRecognizer implements Recognizer {

    private static final String COUNTRY = "(?:\\+?1[-.\\s]?)?";
    private static final String LOCAL = "[2-9]\\d\\d[-.\\s]?\\d{4}";
    private static final Pattern NUMBER = Pattern.compile("(?<value>(?<!\\d)" + COUNTRY + "[2-9]\\d\\d[-.\\s]?" + LOCAL
            + "|(?:(?<!\\d)" + COUNTRY + ")?\\([2-9]\\d\\d\\)\\s?" + LOCAL + ")(?!\\d)");

    @Override
    public List<Candidate> find(String text) {
        return Digits.find(NUMBER, text, Candidate.Kind.PHONE, Candidate.SHAPED, _ -> true);
    }
}
