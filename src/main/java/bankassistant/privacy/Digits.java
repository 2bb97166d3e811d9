package bankassistant.privacy;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Numbers in a text, and the sums that prove them. */
final class Digits {

    private Digits() {}

    /** The digits of a text, everything else left out. */
    static String only(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    /** The places of the pattern's group {@code value} whose digits the check accepts, compared by these digits. */
    static List<Candidate> find(Pattern pattern, String text, Candidate.Kind kind, int priority,
            Predicate<String> check) {
        return pattern.matcher(text).results().filter(match -> check.test(only(match.group("value"))))
                .map(match -> new Candidate(match.start("value"), match.end("value"), kind, only(match.group("value")),
                        priority))
                .toList();
    }

    /** The checksum of ISO/IEC 7812-1, annex B. */
    static boolean luhn(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    /** The checksum of an ABA routing number: weights 3, 7, 1 over nine digits, and a Federal Reserve prefix. */
    static boolean routing(String digits) {
        int prefix = Integer.parseInt(digits.substring(0, 2));
        boolean assigned = prefix <= 12 || prefix >= 21 && prefix <= 32 || prefix >= 61 && prefix <= 72 || prefix == 80;
        int[] weights = {3, 7, 1};
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += weights[i % 3] * (digits.charAt(i) - '0');
        }
        return assigned && sum > 0 && sum % 10 == 0;
    }

    /** The checksum of ISO 7064 MOD 97-10 as IBANs use it (ISO 13616): letters count from 10, the head goes last. */
    static boolean iban(String upperCase) {
        int rest = 0;
        for (int i = 0; i < upperCase.length(); i++) {
            int value = Character.digit(upperCase.charAt((i + 4) % upperCase.length()), 36);
            rest = (value < 10 ? rest * 10 + value : rest * 100 + value) % 97;
        }
        return rest == 1;
    }
}
