package bankassistant.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Payment card numbers: 12 to 19 digits with the Luhn checksum, in groups parted by one space or dash, or unparted; parted
 * by other signs where scheme and groups fit; and without a checksum where they are called a card number.
 *
 * <p>Other numbers may stand right beside them ("take 50 4111 1111 1111 1111"). So what has no digits beside it is tried
 * first, then every row of whole groups with a known scheme's prefix and length, then all other rows.
 */
final class CardRecognizer implements Recognizer {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 19;
    private static final Pattern GROUP = Pattern.compile("\\d+");
    private static final Predicate<String> SCHEME = Pattern.compile("4(\\d{12}|\\d{15}|\\d{18})" // Visa
            + "|(5[1-5]\\d\\d|222[1-9]|22[3-9]\\d|2[3-6]\\d\\d|27[01]\\d|2720)\\d{12}" // Mastercard
            + "|3[47]\\d{13}" // American Express
            + "|3(0[0-5]|[68]\\d)\\d{11}" // Diners Club
            + "|(6011|64[4-9]\\d|65\\d\\d|62\\d\\d|35[2-8]\\d)\\d{12}") // Discover, UnionPay, JCB
            .asMatchPredicate();

    private static final String SIGNS = "[ \\t\\n./_,:;|*+'~()\u2022\u00B7-]{1,4}";
    private static final Pattern BY_OTHER_SIGNS = Pattern
            .compile("(?<!\\d)(?:(?<value>\\d{4}" + SIGNS + "(?:\\d{4}" + SIGNS
                    + "){2}\\d{4}|\\d{4}" + SIGNS + "\\d{6}" + SIGNS + "\\d{4,5})|(?<single>\\d(?:" + SIGNS
                    + "\\d){12,18}))(?!\\d)");
    /** What the magnetic stripe holds (ISO/IEC 7813): number, name, expiry and more. */
    private static final Pattern STRIPE = Pattern
            .compile("%?B?\\d{12,19}\\^[^\\^\\n]{2,26}\\^\\d{4,40}\\??|;?\\d{12,19}=\\d{4,24}\\??");
    private static final Named NAMED = Named.of(Candidate.Kind.CARD,
            "card (?:number|no\\.?|num|#)|(?:credit|debit|visa|mastercard|amex) (?:card )?(?:number|no\\.?|num|#)|pan",
            "\\d(?:[ -]?\\d){11,18}");

    @Override
    public List<Candidate> find(String text) {
        List<Candidate> found = new ArrayList<>(inGroups(text));
        found.addAll(NAMED.find(text));
        STRIPE.matcher(text).results().forEach(match -> found.add(new Candidate(match.start(), match.end(),
                Candidate.Kind.CARD, Digits.only(match.group()), Candidate.CHECKED)));
        BY_OTHER_SIGNS.matcher(text).results().filter(match -> isCard(Digits.only(match.group())))
                .forEach(match -> found.add(new Candidate(match.start(), match.end(), Candidate.Kind.CARD,
                        Digits.only(match.group()), Candidate.CHECKED)));
        return found;
    }

    private static boolean isCard(String digits) {
        return SCHEME.test(digits) && Digits.luhn(digits);
    }

    private static List<Candidate> inGroups(String text) {
        List<Group> groups = new ArrayList<>();
        Matcher matcher = GROUP.matcher(text);
        while (matcher.find()) {
            groups.add(new Group(matcher.start(), matcher.end(), new boolean[1]));
        }
        List<Candidate> found = new ArrayList<>();
        collect(text, groups, true, _ -> true, found);
        collect(text, groups, false, SCHEME, found);
        collect(text, groups, false, _ -> true, found);
        return found;
    }

    private static void collect(String text, List<Group> groups, boolean alone, Predicate<String> form,
            List<Candidate> found) {
        for (int first = 0; first < groups.size(); first++) {
            if (alone && first > 0 && isJoined(text, groups.get(first - 1).end(), groups.get(first).start())) {
                continue;
            }
            int last = longestFrom(text, groups, first, form);
            if (last >= 0 && !(alone && hasNeighbour(text, groups, first, last))) {
                int start = groups.get(first).start();
                int end = groups.get(last).end();
                found.add(new Candidate(start, end, Candidate.Kind.CARD, Digits.only(text.substring(start, end)),
                        Candidate.CHECKED));
                groups.subList(first, last + 1).forEach(Group::take);
                first = last;
            }
        }
    }

    /** The last group of the longest card that begins with this group; -1 if none does. */
    private static int longestFrom(String text, List<Group> groups, int first, Predicate<String> form) {
        int longest = -1;
        StringBuilder digits = new StringBuilder();
        for (int last = first; last < groups.size(); last++) {
            Group group = groups.get(last);
            if (group.isTaken() || digits.length() + group.length() > LONGEST
                    || last > first && !isJoined(text, groups.get(last - 1).end(), group.start())) {
                break;
            }
            digits.append(text, group.start(), group.end());
            if (digits.length() >= SHORTEST && Digits.luhn(digits) && form.test(digits.toString())) {
                longest = last;
            }
        }
        return longest;
    }

    private static boolean hasNeighbour(String text, List<Group> groups, int first, int last) {
        return first > 0 && isJoined(text, groups.get(first - 1).end(), groups.get(first).start())
                || last + 1 < groups.size() && isJoined(text, groups.get(last).end(), groups.get(last + 1).start());
    }

    private static boolean isJoined(String text, int end, int start) {
        return start - end == 1 && (text.charAt(end) == ' ' || text.charAt(end) == '-');
    }

    /** Digits without anything between them, and whether a card has them already. */
    private record Group(int start, int end, boolean[] taken) {

        int length() {
            return end - start;
        }

        boolean isTaken() {
            return taken[0];
        }

        void take() {
            taken[0] = true;
        }
    }
}
