package bankassistant.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits what the writer wrote into sentences. */
final class Sentences {

    private static final Pattern END = Pattern
            .compile("(?<last>\\S*)[.!?][\"')\\]\u201D\u2019]*\\s+(?=[\"'(\\[\u201C\u2018]?[\\p{Lu}\\d])");
    private static final Set<String> ABBREVIATIONS = Set.of("a.m", "p.m", "e.g", "i.e", "u.s", "n.a", "d.c", "p.l",
            "no", "mr",
            "mrs", "ms", "dr", "st", "inc", "co", "vs", "approx");

    private Sentences() {}

    /** The sentences without the white space between them; none for a blank text. */
    static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        Matcher matcher = END.matcher(text);
        int start = 0;
        while (matcher.find()) {
            String last = matcher.group("last").toLowerCase(Locale.ROOT).replaceFirst("^[\"'(\\[]+", "");
            if (!ABBREVIATIONS.contains(last)) {
                sentences.add(text.substring(start, matcher.end()).strip());
                start = matcher.end();
            }
        }
        String rest = text.substring(start).strip();
        if (!rest.isEmpty()) {
            sentences.add(rest);
        }
        return sentences;
    }
}
