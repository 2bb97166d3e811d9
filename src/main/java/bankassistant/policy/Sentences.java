package bankassistant.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Divides English text into sentences. A sentence ends at {@code . ! ?} before white space and a capital letter, digit,
 * dollar sign or opening quote; a point that belongs to an abbreviation ends none, unless what follows can only be the
 * start of a new one ("by 5:00 p.m. The bank ...").
 */
public final class Sentences {

    private static final Pattern DOTTED = Pattern.compile("(\\p{L}\\.)+\\p{L}\\.");

    private static final Set<String> NEVER_LAST = Set.of("e.g.", "i.e.", "p.l.", "mr.", "mrs.", "ms.", "dr.", "st.",
            "vs.", "cf.", "sec.", "art.", "approx.");

    private static final Set<String> RARELY_LAST = Set.of("inc.", "corp.", "co.", "ltd.", "jr.", "sr.", "etc.");

    private static final Set<String> AFTER_A_TIME = Set.of("ET", "EST", "EDT", "CT", "CST", "CDT", "MT", "MST", "MDT",
            "PT", "PST", "PDT", "UTC", "GMT", "Eastern", "Central", "Mountain", "Pacific", "Monday", "Tuesday",
            "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    private static final Set<String> STARTERS = Set.of("The", "A", "An", "You", "Your", "We", "Our", "If", "In", "For",
            "On", "At", "To", "From", "When", "While", "After", "Before", "Until", "Since", "With", "Without", "Within",
            "Each", "Every", "All", "Any", "No", "Not", "This", "That", "These", "Those", "It", "They", "He", "She",
            "There", "Here", "Ask", "Bring", "Tell", "Call", "Staff", "Customers", "Please", "As", "Both", "Only");

    private Sentences() {}

    /** The sentences, in order, without the white space between them; none for blank text. */
    public static List<String> of(String text) {
        return split(text).stream().map(span -> text.substring(span.start(), span.end())).toList();
    }

    /** The sentences' places in the text, in order, without the white space between them; none for blank text. */
    public static List<Section.Span> split(String text) {
        List<Section.Span> spans = new ArrayList<>();
        int start = skipSpace(text, 0);
        int i = start;
        while (i < text.length()) {
            if (!isStop(text.charAt(i))) {
                i++;
                continue;
            }
            int end = endOfStop(text, i);
            int next = skipSpace(text, end);
            if (next > end && next < text.length() && endsSentence(text, end, next)) {
                spans.add(new Section.Span(start, end));
                start = next;
            }
            i = end;
        }
        int last = text.stripTrailing().length();
        if (start < last) {
            spans.add(new Section.Span(start, last));
        }
        return List.copyOf(spans);
    }

    private static boolean endsSentence(String text, int end, int next) {
        char first = text.charAt(next);
        if (!Character.isUpperCase(first) && !Character.isDigit(first) && "$\"'(\u201C\u2018".indexOf(first) < 0) {
            return false;
        }
        String word = wordBefore(text, end);
        String lower = word.toLowerCase(Locale.ROOT);
        String following = wordAt(text, next);
        if (NEVER_LAST.contains(lower) || lower.equals("no.") && Character.isDigit(first)) {
            return false;
        }
        if (lower.equals("a.m.") || lower.equals("p.m.")) {
            return !Character.isDigit(first) && !AFTER_A_TIME.contains(following);
        }
        if (RARELY_LAST.contains(lower) || DOTTED.matcher(word).matches()) {
            return STARTERS.contains(following);
        }
        return true;
    }

    private static boolean isStop(char c) {
        return c == '.' || c == '!' || c == '?';
    }

    /** Past the stop at {@code i}, further stops and the quotes and brackets that close with it. */
    private static int endOfStop(String text, int i) {
        int end = i + 1;
        while (end < text.length()
                && (isStop(text.charAt(end)) || "\"')]\u201D\u2019".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    private static int skipSpace(String text, int from) {
        int i = from;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** The word that ends at {@code end}, with its stop, without brackets and quotes around it. */
    private static String wordBefore(String text, int end) {
        int from = end;
        while (from > 0 && !Character.isWhitespace(text.charAt(from - 1))) {
            from--;
        }
        return text.substring(from, end).replaceAll("^[(\\[\"'\u201C\u2018]+|[)\\]\"'\u201D\u2019]+$", "");
    }

    private static String wordAt(String text, int from) {
        int to = from;
        while (to < text.length() && Character.isLetter(text.charAt(to))) {
            to++;
        }
        return text.substring(from, to);
    }
}
