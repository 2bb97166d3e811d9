package bankassistant.privacy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * US driver's licence numbers, named as such, in the format of a state. The formats overlap and people do not always name
 * the state, so any state's will do.
 */
final class DriverLicenseRecognizer implements Recognizer {

    /** Letters (A), digits (9) and either (X) with how many of them, state by state (issuing agencies' formats as AAMVA members list them). */
    private static final String FORMATS = """
            AL 9{6,8}; AK 9{1,7}; AZ A9{8} 9{9}; AR 9{8,9}; CA A9{7}; CO 9{9} A9{3,6} AA9{2,5}; CT 9{9}; DE 9{1,7}; DC 9{7} 9{9};
            FL A9{12}; GA 9{7,9}; HI A9{8} 9{9}; ID AA9{6}A 9{9}; IL A9{11,12}; IN A9{9} 9{9,10}; IA 9{9} 9{3}AA9{4};
            KS A9A9A A9{8} 9{9}; KY A9{8,9} 9{9}; LA 9{1,9}; ME 9{7}A? 9{8}; MD A9{12}; MA A9{8} 9{9}; MI A9{10} A9{12}; MN A9{12};
            MS 9{9}; MO A9{5,9} A9{6}R 9{8}AA 9{9}A?; MT A9{8} 9{13,14} 9{9}; NE A9{6,8}; NV 9{9,10} 9{12} X9{8};
            NH 9{2}A{3}9{5} NHL9{8}; NJ A9{14}; NM 9{8,9}; NY A9{7} A9{18} 9{8,9} 9{16} A{8}; NC 9{1,12}; ND A{3}9{6} 9{9};
            OH A9{4,8} AA9{3,7} 9{8}; OK A9{9} 9{9}; OR 9{1,9} A9{6} AA9{5}; PA 9{8}; RI 9{7} A9{6}; SC 9{5,11}; SD 9{6,10} 9{12};
            TN 9{7,9}; TX 9{7,8}; UT 9{4,10}; VT 9{8} 9{7}A; VA A9{8,11} 9{9}; WA A{1,7}[A9*]{5,11} WDLX{9}; WV 9{7} AA?9{5,6};
            WI A9{13}; WY 9{9,10}
            """;
    private static final String FORM = Arrays.stream(FORMATS.split(";"))
            .flatMap(state -> Arrays.stream(state.strip().substring(3)
                    .split(" ")))
            .distinct().map(DriverLicenseRecognizer::regex).collect(Collectors.joining("|"));
    /** Shorter ones than this are ages, amounts and days as well. */
    private static final int SHORTEST = 5;

    private final Named named = Named.of(Candidate.Kind.DRIVER_LICENSE,
            "(?:(?:driver'?s?'?|driving|operator'?s) )?(?:licen[cs]e|lic\\.?)(?: (?:number|no\\.?|num|id|#))?|dl(?: ?(?:number|no\\.?|#))?"
                    + "|(?:state|government|photo) id(?: (?:number|no\\.?|#))?|driver'?s? id",
            "(?:[A-Z]{2}[ :]{1,2})?[A-Z\\d*]{1,20}(?:-[A-Z]?\\d{1,7}| [A-Z]?\\d{2,7}){0,4}")
            .checked(DriverLicenseRecognizer::isNumber);

    @Override
    public List<Candidate> find(String text) {
        return named.find(text);
    }

    private static boolean isNumber(String value) {
        String plain = value.replaceAll("[ :-]", "").toUpperCase(Locale.ROOT);
        return plain.length() >= SHORTEST && plain.chars().filter(Character::isDigit).count() >= 3
                && (plain.matches(FORM) || plain.substring(2).matches(FORM));
    }

    private static String regex(String format) {
        return format.replaceAll("9(?![^{]*})", "\\\\d").replaceAll("(?<!\\[)A(?![^\\[]*])", "[A-Z]")
                .replace("[A\\d*]", "[A-Z\\d*]")
                .replace("X", "[A-Z\\d]");
    }
}
