package bankassistant.privacy;

import java.util.List;
import java.util.regex.Pattern;

/** Where post goes: a city with state and ZIP code, a ZIP or postal code named as such, a British postcode. */
final class PostalPlaceRecognizer implements Recognizer {

    private static final Pattern CITY = Pattern
            .compile("(?i)(?<![\\p{L}\\d])(?<value>" + StreetAddressRecognizer.CITY + ",?\\s{1,3}"
                    + StreetAddressRecognizer.STATE + ",?\\s{1,3}" + StreetAddressRecognizer.ZIP + ")");
    private static final String NAMES = "zip(?:\\s?-?code)?|post(?:al)?\\s?code";
    private static final String CODE = "\\d{5}(?:-\\d{4})?|[A-Z]{1,2}\\d[A-Z\\d]?\\s?\\d[A-Z]{2}|[A-Z]\\d[A-Z]\\s?\\d[A-Z]\\d";
    private static final Pattern BRITISH = Pattern
            .compile("(?<![\\p{L}\\d])(?<value>[A-Z]{1,2}\\d[A-Z\\d]? \\d[ABD-HJLNP-UW-Z]{2})(?![\\p{L}\\d])");

    private final Named named = new Named(
            List.of(CITY, Named.behind(NAMES, CODE), Named.before(NAMES, CODE), BRITISH), Candidate.Kind.LOCATION,
            _ -> true, Named::plain);

    @Override
    public List<Candidate> find(String text) {
        return named.find(text);
    }
}
