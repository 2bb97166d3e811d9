package bankassistant.privacy;

import java.util.List;

/** Vehicle plates of two to eight letters and digits with a digit among them, named as such. */
final class PlateRecognizer implements Recognizer {

    private final Named named = Named.of(Candidate.Kind.PLATE,
            "(?:licen[cs]e|number|registration|vehicle|car|truck) plates?(?: (?:number|no\\.?|#))?|plates?(?: (?:number|no\\.?|#))?"
                    + "|(?:vehicle|car) (?:registration|reg|tag)(?: (?:number|no\\.?|#))?|tag (?:number|no\\.?|#)",
            // in parts only with capital letters: a small word behind it is none of it
            "(?-i:(?=[A-Z -]{0,5}\\d)[A-Z\\d]{1,4}[ -][A-Z\\d]{1,5}(?:[ -][A-Z\\d]{1,4})?)|(?=[A-Z -]{0,5}\\d)[A-Z\\d]{2,8}")
            .checked(PlateRecognizer::isPlate);

    @Override
    public List<Candidate> find(String text) {
        return named.find(text);
    }

    private static boolean isPlate(String value) {
        int length = Named.plain(value).length();
        return length >= 4 && length <= 8;
    }
}
