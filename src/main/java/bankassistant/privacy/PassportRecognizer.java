package bankassistant.privacy;

import java.util.List;

/** Passport numbers, named as such: nine digits, or one or two letters and six to eight digits. */
final class PassportRecognizer implements Recognizer {

    private final Named named = Named.of(Candidate.Kind.PASSPORT,
            "(?:u\\.?s\\.? |american |british |uk |indian |canadian |mexican )?passport(?: card| book)?(?: (?:number|no\\.?|num|nr|id|#))?",
            "\\d{8,9}|[A-Z]{1,2}[ -]?\\d{6,8}|[A-Z]\\d{2}[ -]?\\d{3}[ -]?\\d{3}|\\d{2}[A-Z]{2}\\d{5}");

    @Override
    public List<Candidate> find(String text) {
        return named.find(text);
    }
}
