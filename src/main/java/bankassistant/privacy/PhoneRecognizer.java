package bankassistant.privacy;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Phone numbers: those of the North American plan in their plain formats, (212) 555-0142 or 2125550142, area code and
 * exchange beginning with 2 to 9; those of any country with its code, as libphonenumber reads them; and any digits that
 * words beside them call a phone number.
 */
final class PhoneRecognizer implements Recognizer {

    private static final String COUNTRY = "(?:(?:\\+?1|001)[-.\\s]?)?";
    private static final String LOCAL = "[2-9]\\d\\d[-.\\s]?\\d{4}";
    private static final String EXTENSION = "(?:,?\\s?(?:x|ext\\.?|extension)\\s?\\d{1,6})?";
    private static final Pattern NUMBER = Pattern
            .compile("(?i)(?<value>(?<![\\d.])" + COUNTRY + "[2-9]\\d\\d[-.\\s]?" + LOCAL
                    + "|(?:(?<!\\d)" + COUNTRY + ")?\\([2-9]\\d\\d\\)\\s?" + LOCAL
                    // dashes or dots say it where the plan has no such number, as in many an example
                    + "|(?<![\\d.-])" + COUNTRY
                    + "(?:\\([2-9]\\d\\d\\)\\s?|[2-9]\\d\\d(?=(?<sign>[-.])\\d{3}\\k<sign>)[-.])\\d{3}[-.]\\d{4})(?!\\d)"
                    + EXTENSION);
    private static final Named OWN = new Named(
            List.of(Named.before("(?:tele|cell )?(?:phone |cell |mobile |contact |call-?back )?number",
                    "\\+?\\d{7,15}|\\+?\\(?\\d{2,5}(?:[-. /()]{1,3}\\d{2,7}){1,5}")),
            Candidate.Kind.PHONE, PhoneRecognizer::isNumber, Digits::only);
    private static final Named NAMED = Named.of(Candidate.Kind.PHONE,
            "(?:(?:tele|cell|mobile |home |work |office |cell )?phone|mobile|cell|tel|fax|whats\\s?app|landline)\\.?(?: (?:number|no\\.?|num|#))?"
                    + "|(?:call|text|reach|ring|phone)(?: me| us| him| her| them)?(?: back)?(?: (?:at|on|under))|contact number|phone",
            "\\+?\\d{7,15}|\\+?\\(?\\d{1,5}(?:[-. /()]{1,3}\\d{2,7}){1,5}").checked(PhoneRecognizer::isNumber);
    /** Where a number with a country's code may begin; libphonenumber takes long over texts without one. */
    private static final Pattern INTERNATIONAL = Pattern
            .compile("(?<![\\d+])(?:\\+|00(?=[1-9]))[\\d(][\\d().\\-/ ]{6,24}(?<=[\\d)])");

    /** More than this many in a text are taken for phone numbers without a closer look, which takes time. */
    private static final int MOST_CHECKED = 100;

    private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();

    @Override
    public List<Candidate> find(String text) {
        List<Candidate> found = new ArrayList<>(Stream.concat(NAMED.find(text).stream(), OWN.find(text).stream())
                .map(PhoneRecognizer::shaped).toList());
        NUMBER.matcher(text).results()
                .forEach(match -> found.add(candidate(match.start(), match.end(), match.group())));
        Matcher international = INTERNATIONAL.matcher(text);
        for (int tried = 0; international.find(); tried++) {
            if (tried >= MOST_CHECKED) {
                found.add(candidate(international.start(), international.end(), international.group()));
                continue;
            }
            int start = international.start();
            String number = international.group().replaceFirst("^00", " +");
            for (PhoneNumberMatch match : phones.findNumbers(number, "US", PhoneNumberUtil.Leniency.VALID, 2)) {
                boolean zeros = number.startsWith(" +") && match.start() == 1;
                found.add(candidate(start + (zeros ? 0 : match.start()), start + match.end(), match.rawString()));
            }
        }
        return found;
    }

    private static boolean isNumber(String value) {
        int digits = Digits.only(value).length();
        return digits >= 7 && digits <= 15
                && !value.matches("\\d{1,2}[-./]\\d{1,2}[-./]\\d{2,4}|\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}");
    }

    private static Candidate shaped(Candidate named) {
        return new Candidate(named.start(), named.end(), named.kind(), named.normalized(), Candidate.SHAPED);
    }

    private static Candidate candidate(int start, int end, String value) {
        return new Candidate(start, end, Candidate.Kind.PHONE, Digits.only(value), Candidate.SHAPED);
    }
}
