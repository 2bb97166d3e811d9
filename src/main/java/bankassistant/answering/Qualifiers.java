package bankassistant.answering;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How often a text denies, restricts, bounds, demands or allows. Words that turn a statement round without touching a figure: a text that
 * keeps the figures but loses a "not", or says "after" for "within", is false.
 *
 * <p>Words are counted by their sense, not compared in place: "do not" and "never" are both denials.
 *
 * @param counts senses that occur, each with how often
 */
record Qualifiers(Map<Sense, Integer> counts) {

    Qualifiers {
        counts = Map.copyOf(counts);
    }

    static Qualifiers of(String text) {
        Map<Sense, Integer> counts = new EnumMap<>(Sense.class);
        String plain = text.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        Matcher matcher = Sense.ANY.matcher(plain);
        while (matcher.find()) {
            for (Sense sense : Sense.values()) {
                if (matcher.group(sense.group()) != null) {
                    counts.merge(sense, 1, Integer::sum);
                }
            }
        }
        return new Qualifiers(counts);
    }

    /** The text without the words that are counted here. */
    static String without(String text) {
        return Sense.ANY.matcher(text.toLowerCase(Locale.ROOT).replace('\u2019', '\'')).replaceAll(" ");
    }

    /**
     * Whether both texts deny, restrict and bound equally, and neither demands what the other only allows. A demand may be
     * worded without such a word ("Bring an ID"), so demands and permissions alone need not be equal in number.
     */
    boolean sameSenseAs(Qualifiers other) {
        int demands = count(Sense.DEMANDS) - other.count(Sense.DEMANDS);
        int permissions = count(Sense.ALLOWS) - other.count(Sense.ALLOWS);
        return firm().equals(other.firm()) && (demands >= 0 || permissions <= 0) && (demands <= 0 || permissions >= 0);
    }

    private int count(Sense sense) {
        return counts.getOrDefault(sense, 0);
    }

    private Map<Sense, Integer> firm() {
        Map<Sense, Integer> firm = new HashMap<>(counts);
        firm.keySet().removeAll(Set.of(Sense.DEMANDS, Sense.ALLOWS));
        return firm;
    }

    /** In the order in which they are tried: "no more than" is a bound before "no" is a denial. */
    enum Sense {
        AT_MOST("at most|up to|no more than|not more than|no later than|not later than|maximum|or less|or fewer"),
        AT_LEAST("at least|no less than|not less than|no fewer than|minimum|or more"),
        ABOVE("more than|over(?=\\s+[$\\d])|above|exceed(?:s|ing)?|greater than"),
        BELOW("less than|fewer than|under(?=\\s+[$\\d])|below"),
        DENIES("(?:must|shall|may|can|could|should|do|does|is|are|need) not|not|never|no|none|neither|nor|without|cannot|\\w+n't|nothing|nobody|refused?s?|declined?s?"),
        RESTRICTS("only|solely|exclusively"),
        EXCEPTS("unless|except(?:ion|ions)?|excluding"),
        WITHIN("within"),
        BEFORE("before|earlier|prior to"),
        AFTER("after|later|afterwards?"),
        DEMANDS("must|shall|requires?|required|has to|have to|needs? to|mandatory"),
        ALLOWS("may|can|could|might|optional|allowed to|free to");

        private static final Pattern ANY = Pattern.compile(Arrays.stream(values())
                .map(sense -> "(?<" + sense.group() + ">\\b(?:" + sense.words + ")\\b)")
                .collect(Collectors.joining("|")));

        private final String words;

        Sense(String words) {
            this.words = words;
        }

        private String group() {
            return name().replace("_", "");
        }
    }
}
