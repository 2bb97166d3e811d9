package bankassistant.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Business identifier codes (ISO 9362): four letters, a country, two or five more characters, named as such. */
final class BicRecognizer implements Recognizer {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Named named = Named
            .of(Candidate.Kind.BIC, "bic|swift(?:[/ -]?bic)?|bic[/ -]?swift|(?:swift|bic) (?:code|number|id)",
                    "(?-i:[A-Z]{6}[A-Z\\d]{2}(?:[A-Z\\d]{3})?|[a-z]{6}(?=[a-z]{0,4}\\d)[a-z\\d]{2}(?:[a-z\\d]{3})?)")
            .checked(BicRecognizer::hasCountry);

    @Override
    public List<Candidate> find(String text) {
        return named.find(text);
    }

    private static boolean hasCountry(String code) {
        String country = code.substring(4, 6).toUpperCase(Locale.ROOT);
        return COUNTRIES.contains(country) || country.equals("XK");
    }
}
