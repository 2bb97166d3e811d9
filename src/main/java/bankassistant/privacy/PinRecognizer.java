package bankassistant.privacy;

import java.util.List;

/** Personal identification numbers of 4 to 8 digits, named as such. */
final class PinRecognizer implements Recognizer {

    private final Named named = Named.of(Candidate.Kind.PIN,
            "pin(?:\\s?(?:code|number|no\\.?|#))?|(?:atm|debit card|card) code|personal identification number",
            "\\d{4,8}|\\d(?:[ -]\\d){3,5}");

    @Override
    public List<Candidate> find(String text) {
        return named.find(text);
    }
}
