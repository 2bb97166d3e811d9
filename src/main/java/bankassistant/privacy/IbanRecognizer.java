package bankassistant.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * International bank account numbers: the country's length (SWIFT IBAN registry) and the checksum modulo 97, with or
 * without spaces or dashes, also over a line's end.
 */
final class IbanRecognizer implements Recognizer {

    private static final Map<String, Integer> LENGTHS = Arrays
            .stream(("AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 "
                    + "DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 "
                    + "IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 "
                    + "MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 "
                    + "SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30").split(" "))
            .collect(Collectors.toMap(entry -> entry.substring(0, 2), entry -> Integer.parseInt(entry.substring(2))));
    private static final Pattern HEAD = Pattern.compile("(?<!\\p{L})[A-Za-z]{2}[0-9]{2}");

    /** Called one, whatever its checksum: most digits of a mistyped one are right. */
    private static final Named NAMED = Named.of(Candidate.Kind.IBAN, "iban(?: (?:number|no\\.?))?",
            "[A-Z]{2}\\d{2}(?:[ -]?[A-Z\\d]{4}){2,7}(?:[ -]?[A-Z\\d]{1,3})?");

    @Override
    public List<Candidate> find(String text) {
        List<Candidate> found = new ArrayList<>(NAMED.find(text));
        Matcher head = HEAD.matcher(text);
        while (head.find()) {
            Integer length = LENGTHS.get(head.group().substring(0, 2).toUpperCase(Locale.ROOT));
            if (length != null) {
                collect(text, head.start(), length, found);
            }
        }
        return found;
    }

    private static void collect(String text, int start, int length, List<Candidate> found) {
        StringBuilder letters = new StringBuilder(length);
        int at = start;
        for (; at < text.length() && letters.length() < length; at++) {
            char c = text.charAt(at);
            if (c < 128 && Character.isLetterOrDigit(c)) {
                letters.append(Character.toUpperCase(c));
            } else if (!isSeparator(c) || at - start >= 3 && isSeparator(text.charAt(at - 1))
                    && isSeparator(text.charAt(at - 2)) && isSeparator(text.charAt(at - 3))) {
                return;
            }
        }
        if (letters.length() == length && Digits.iban(letters.toString())) {
            found.add(new Candidate(start, at, Candidate.Kind.IBAN, letters.toString(), Candidate.CHECKED));
        }
    }

    private static boolean isSeparator(char c) {
        return c == ' ' || c == '-' || c == '\n' || c == '\r' || c == '\t' || c == '.' || c == '/';
    }
}
