package bankassistant.chat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether a message goes on about the question before ("and abroad?") and writes out what it then asks.
 *
 * <p>A message can go on only if its form says so: it begins with "and", "what about" or "what if", points back with "it" or
 * "that", asks for "my money back" and no more, or is too short to ask anything by itself. It does go on unless it is near to the policies without the question
 * before, so that "and how do I activate a card?" begins anew.
 */
final class FollowUps {

    private static final Pattern CONNECTED = Pattern.compile(
            "^(?:and|or|but|so|then|also|what (?:about|if|now|then|do (?:i|you|we) do then)|how about|same for|for|until)\\b[, ]*",
            Pattern.CASE_INSENSITIVE);
    /** Forms that ask nothing by themselves, however long. */
    private static final Pattern LEANING = Pattern.compile(
            "^(?:(?:and|or|but|so) )?(?:what (?:about|if)|how about|same for|for|with|in|at|by|if|after|above|until)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern POINTS_BACK = Pattern.compile(
            "\\b(?:it|its|that|this|they|them|those|these|there(?! (?:is|are|was|were)\\b)|then|one|ones|the (?:rest|same|other|second|first|money|app))\\b",
            Pattern.CASE_INSENSITIVE);
    /** Whose money it is was said before, unless the message says more. */
    private static final Pattern MONEY_BACK = Pattern.compile(
            "\\b(?:(?:see|have|get) )?my (?:money|cash) (?:back|again)\\b", Pattern.CASE_INSENSITIVE);
    /** A payment of the account that is contested; remittances and credit cards have rules of their own. */
    private static final Pattern CONTESTED = Pattern.compile(
            "^(?!.*\\b(?:credit cards?|remittance|international|abroad)\\b).*\\b(?:never made|not mine|(?:wasn't|not) me"
                    + "|(?:didn't|did not) (?:make|authorize)|(?:don't|do not) recogni[sz]e|without asking|unknown|unauthori[sz]ed|fraud"
                    + "|disput\\w+|contest\\w*|(?:charged|billed) (?:twice|two times)|error|wrong amount|too little cash)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** What becomes of the claim: its money, its time, its result. */
    private static final Pattern OF_THE_CLAIM = Pattern.compile(
            "^(?!.*\\b(?:report|do i have|how long have i|bring|writ(?:e|ing)|tell you|cost)\\b)"
                    + ".*\\b(?:money|credit(?:ed)?|refund(?:ed)?|investigat\\w*|look(?:ed|ing)? into|hear|result|outcome|how long|how many days|when)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** Stands for the contested payment, which would draw the search to what is done first. */
    private static final String CLAIM = "an error investigation, ";
    /** Between a question and what goes on about it. */
    private static final String JOINT = "? ";
    private static final Pattern LAST_STOPS = Pattern.compile("[?.!\\s]+$");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}$%'-]+");
    private static final Set<String> EMPTY = Set.of("and", "or", "but", "so", "then", "also", "what", "about", "if",
            "how",
            "the", "a", "an", "is", "are", "do", "does", "did", "can", "could", "i", "you", "we", "my", "your", "me",
            "it",
            "that", "this", "they", "them", "those", "these", "there", "for", "of", "to", "in", "on", "at", "by",
            "with",
            "be", "will", "would", "have", "has", "had", "get", "when", "where", "which", "who", "why", "long", "much",
            "many", "soon", "not", "no", "now", "from", "must", "should", "need", "use", "one", "ones", "am", "up",
            "any", "anything", "please", "ok", "only", "tell");
    /** Of each row one is asked about: another one named takes its place. */
    private static final List<List<Pattern>> CONTRASTS = List.of(
            contrast("domestic|within the us", "international", "abroad|overseas|foreign"),
            contrast("outgoing|sent", "incoming|received"),
            contrast("debit cards?", "credit cards?"), contrast("standard", "express"),
            contrast("everyday checking|checking", "savings(?: account)?", "students?(?: checking)?"),
            contrast("wires?", "ach(?: transfer)?", "card payments?"),
            contrast("virtual cards?", "disposable(?: virtual)? cards?", "physical cards?"),
            contrast("personal loans?", "(?:car|auto) loans?", "mortgages?"),
            contrast("cash", "checks?"), contrast("by bank transfer", "by card"));
    /** Near enough to the policies to be a question of its own: cosine of question and passage. */
    static final double OWN_TOPIC = 0.80;
    /** Nearer than a text about something else. */
    private static final double NOT_FOREIGN = 0.43;
    /** A message with so many telling words asks by itself, however it begins. */
    private static final int FULL = 3;

    private final ToDoubleFunction<String> nearness;

    /** @param nearness how near a text is to the policies, in [-1, 1] */
    FollowUps(ToDoubleFunction<String> nearness) {
        this.nearness = nearness;
    }

    private static List<Pattern> contrast(String... alternatives) {
        return Arrays.stream(alternatives)
                .map(words -> Pattern.compile("\\b(?:" + words + ")\\b", Pattern.CASE_INSENSITIVE)).toList();
    }

    /**
     * The question that a message asks after another one.
     *
     * @param before written out itself
     * @return empty if it asks by itself
     */
    Optional<String> writtenOut(String message, String before) {
        return goesOn(message) ? Optional.of(join(before, message)) : Optional.empty();
    }

    private boolean goesOn(String message) {
        boolean connected = CONNECTED.matcher(message).find();
        boolean pointsBack = POINTS_BACK.matcher(message).find() || asksForMoneyBack(message);
        int telling = telling(message);
        boolean leans = LEANING.matcher(message).find();
        if (!leans && !pointsBack && (telling >= FULL || !connected && telling > 1)) {
            return false;
        }
        if (telling == 0) {
            return true;
        }
        double near = nearness.applyAsDouble(message);
        return near >= NOT_FOREIGN && near < OWN_TOPIC;
    }

    private static boolean asksForMoneyBack(String message) {
        Matcher matcher = MONEY_BACK.matcher(message);
        return matcher.find() && telling(matcher.replaceFirst("")) <= 1;
    }

    private static int telling(String message) {
        return (int) WORD.matcher(message).results().map(found -> found.group().toLowerCase(Locale.ROOT))
                .filter(word -> !EMPTY.contains(word)).count();
    }

    /**
     * One question of two: with the word exchanged where the message names the other of two things, about the claim where a payment
     * is contested, else one after the other.
     */
    private static String join(String before, String message) {
        if (CONTESTED.matcher(before).find() && OF_THE_CLAIM.matcher(message).find()) {
            return CLAIM + message;
        }
        String rest = CONNECTED.matcher(message).replaceFirst("");
        for (List<Pattern> contrast : CONTRASTS) {
            Optional<Matcher> named = found(contrast, rest);
            Optional<Matcher> old = found(contrast, before);
            if (named.isPresent() && old.isPresent() && telling(rest) <= 2) {
                return before.substring(0, old.get().start()) + named.get().group() + before.substring(old.get().end());
            }
        }
        return first(before) + JOINT + message;
    }

    /** Of a question that was itself written out, the first: the fortieth is no longer than the second. */
    private static String first(String before) {
        int joint = before.indexOf(JOINT);
        return LAST_STOPS.matcher(joint < 0 ? before : before.substring(0, joint)).replaceFirst("");
    }

    private static Optional<Matcher> found(List<Pattern> contrast, String text) {
        return contrast.stream().map(words -> words.matcher(text)).filter(Matcher::find).findFirst();
    }
}
