package bankassistant.answering;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How often a text denies, restricts or bounds. Words that turn a statement round without touching a figure: a text that
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

    /** In the order in which they are tried: "no more than" is a bound before "no" is a denial. */
    enum Sense {
        AT_MOST("at most|up to|no more than|not more than|no later than|not later than|maximum|or less|or fewer"),
        AT_LEAST("at least|no less than|not less than|no fewer than|minimum|or more"),
        ABOVE("more than|over(?=\\s+[$\\d])|above|exceed(?:s|ing)?|greater than"),
        BELOW("less than|fewer than|under(?=\\s+[$\\d])|below"),
        DENIES("not|never|no|none|neither|nor|without|cannot|\\w+n't|nothing|nobody|refused?s?|declined?s?"),
        RESTRICTS("only|solely|exclusively"),
        EXCEPTS("unless|except(?:ion|ions)?|excluding"),
        WITHIN("within"),
        BEFORE("before|earlier|prior to"),
        AFTER("after|later|afterwards?");

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
