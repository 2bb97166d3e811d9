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
    /** Seven digits without an area code; what else is written so stands behind a word that says it. */
    private static final Pattern WITHOUT_AREA = Pattern.compile(
            "(?<![\\p{L}\\d$\u20AC\u00A3#/.,:+-])(?<!\\d )(?<value>[2-9]\\d\\d-\\d{4}|555\\.\\d{4})(?![\\p{L}\\d%/:-]|[.,]\\d)(?! ?(?:dollars|bucks|usd|euros?|eur|pounds|miles|people|points|percent|of )(?!\\p{L}))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBERED = Pattern
            .compile("(?is)(?:^|.*[^\\p{L}])(?:order|form|invoice|inv|case|ticket|"
                    + "ref|reference|claim|policy|model|part|item|sku|serial|section|sec|chapter|pages?|pp|room|flight|po|rfc|regulation|reg|title|"
                    + "article|version|ver|file|docket|transaction|tracking|codes?|zip|batch|lot|unit|route|publication|pub|bill|act|law|statute|id|"
                    + "no|nr|num|number|between|from|until|receipt|confirmation|job|project|memo|permit|patent|gate|seat|box|isbn|class|course|and|or)"
                    + "[\\s:.(\"-]{0,3}(?:is |was |no\\.? ?|nr\\.? ?|number |num\\.? ?)?");
    private static final String EXTENSION = "(?:,?\\s?(?:x|ext\\.?|extension)\\s?\\d{1,6})?";
    private static final Pattern NUMBER = Pattern
            .compile("(?i)(?<value>(?<![\\d.])" + COUNTRY + "[2-9]\\d\\d[-.\\s]?" + LOCAL
                    + "|(?:(?<!\\d)" + COUNTRY + ")?\\([2-9]\\d\\d\\)\\s?" + LOCAL
                    // dashes or dots say it where the plan has no such number, as in many an example
                    + "|(?<![\\d.$-])" + COUNTRY
                    + "(?:\\([2-9]\\d\\d\\)\\s?|[2-9]\\d\\d(?=(?<sign>[-. ])\\d{3}\\k<sign>)[-. ])\\d{3}[-. ]\\d{4})(?!\\d)"
                    + EXTENSION);
    private static final Named OWN = new Named(
            List.of(Named.before("(?:tele|cell )?(?:phone |cell |mobile |contact |call-?back )?number",
                    "\\+?\\d{7,15}|\\+?\\(?\\d{2,5}(?:[-. /()]{1,3}\\d{2,7}){1,5}")),
            Candidate.Kind.PHONE, PhoneRecognizer::isNumber, Digits::only);
    private static final Named NAMED = Named.of(Candidate.Kind.PHONE,
            "(?:(?:tele|cell|mobile |home |work |office |cell )?phone|mobile|cell|tel|fax|whats\\s?app|landline)\\.?(?: (?:number|no\\.?|num|#))?"
                    + "|(?:call|text|reach|ring|phone)(?: me| us| him| her| them)?(?: back)?(?: (?:at|on|under))|contact number|phone",
            "\\+?\\d{7,15}|\\+?\\(?\\d{1,5}(?:[-. /()]{1,3}\\d{2,8}){1,5}").checked(PhoneRecognizer::isNumber);
    /** As numbers are written within countries whose area codes begin with 0; not behind other digits. */
    private static final Pattern ABROAD = Pattern.compile(
            "(?<![\\p{L}\\d$\u20AC\u00A3#/.,:+-])(?<!\\d )(?:(?:\\(0[1-9]\\d{0,3}\\)|0[1-9]\\d{0,3})(?:[ ./-]\\d{2,8}){2,4}|0[1-9]\\d{1,3}[ /-]\\d{6,8})(?![\\p{L}\\d%/:-]|[.,]\\d)");
    private static final int SHORTEST_ABROAD = 9;
    private static final int LONGEST_ABROAD = 11;
    private static final Pattern DATE = Pattern
            .compile("\\d{1,2}[-./ ]\\d{1,2}[-./ ]\\d{4}.*|\\d{1,2}[-./]\\d{1,2}[-./]\\d{2}(?: .*)?");
    /** Where a number with a country's code may begin; libphonenumber takes long over texts without one. */
    private static final Pattern INTERNATIONAL = Pattern
            .compile("(?<![\\d+])(?:\\+|00(?=[1-9]))[\\d(][\\d().\\-/ ]{6,24}(?<=[\\d)])");

    /** Characters that tell what a number behind them is. */
    private static final int LONGEST_WORDS = 40;
    /** More than this many in a text are taken for phone numbers without a closer look, which takes time. */
    private static final int MOST_CHECKED = 100;

    private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();

    @Override
    public List<Candidate> find(String text) {
        List<Candidate> found = new ArrayList<>(Stream.concat(NAMED.find(text).stream(), OWN.find(text).stream())
                .map(PhoneRecognizer::shaped).toList());
        NUMBER.matcher(text).results()
                .forEach(match -> found.add(candidate(match.start(), match.end(), match.group())));
        ABROAD.matcher(text).results().filter(match -> isAbroad(match.group()) && !isNumbered(text, match.start()))
                .forEach(match -> found.add(candidate(match.start(), match.end(), match.group())));
        WITHOUT_AREA.matcher(text).results().filter(match -> !isNumbered(text, match.start()))
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

    private static boolean isAbroad(String value) {
        int digits = Digits.only(value).length();
        return digits >= SHORTEST_ABROAD && digits <= LONGEST_ABROAD && !DATE.matcher(value).matches();
    }

    private static boolean isNumbered(String text, int start) {
        return NUMBERED.matcher(text.substring(Math.max(0, start - LONGEST_WORDS), start)).matches();
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
