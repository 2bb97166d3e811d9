package bankassistant.privacy;

import java.util.List;
import java.util.regex.Pattern;

/** US employer identification numbers, two and seven digits with a prefix the IRS assigns, in a text that speaks of one. */
final class EinRecognizer implements Recognizer {

    private static final Pattern NUMBER = Pattern
            .compile("(?<![\\d-])(?<value>(?:0[1-6]|1[0-6]|2[0-7]|3[0-9]|4[0-8]|5[0-9]"
                    + "|6[0-8]|7[1-7]|8[0-8]|9[0-589])[- ]?\\d{7})(?![\\d-])");
    private static final Pattern NAMED = Pattern.compile("(?i)(?<!\\p{L})(?:f?ein|employer (?:id|identification)"
            + "|(?:federal )?tax(?:payer)? (?:id|identification|number)|business tax)(?![\\p{L}_])");

    @Override
    public List<Candidate> find(String text) {
        return NAMED.matcher(text).find()
                ? Digits.find(NUMBER, text, Candidate.Kind.EIN, Candidate.NAMED, _ -> true)
                : List.of();
    }
}
