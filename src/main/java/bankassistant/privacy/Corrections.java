package bankassistant.privacy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person corrected: words that are no personal data, and words that are. Holds for one conversation, in memory
 * only. Case and the width of spaces do not matter. Safe for several threads.
 */
public final class Corrections {

    private final Set<String> readable = new LinkedHashSet<>();
    private final Set<String> hidden = new LinkedHashSet<>();

    /** Leaves a value readable from now on; blank text is ignored. */
    public synchronized void leaveReadable(String value) {
        String key = key(value);
        hidden.remove(key);
        if (!key.isEmpty()) {
            readable.add(key);
        }
    }

    /** Hides a value from now on; blank text is ignored. */
    public synchronized void hide(String value) {
        String key = key(value);
        readable.remove(key);
        if (!key.isEmpty()) {
            hidden.add(key);
        }
    }

    /** Forgets what was corrected. */
    public synchronized void clear() {
        readable.clear();
        hidden.clear();
    }

    /** Where a readable text says what is to stay readable. */
    synchronized List<Place> readableIn(String text) {
        return places(readable, text);
    }

    /** What a person marked, in a readable text: a {@link Recognizer}. */
    synchronized List<Candidate> find(String text) {
        return places(hidden, text).stream().map(place -> new Candidate(place.start(), place.end(),
                Candidate.Kind.PRIVATE, key(text.substring(place.start(), place.end())), Candidate.MARKED)).toList();
    }

    private static String key(String value) {
        return ReadableText.of(value).text().strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private static List<Place> places(Set<String> values, String text) {
        List<Place> places = new ArrayList<>();
        for (String value : values) {
            Matcher matcher = wholeWords(value).matcher(text);
            while (matcher.find()) {
                places.add(new Place(matcher.start(), matcher.end()));
            }
        }
        return places;
    }

    private static Pattern wholeWords(String value) {
        String words = "\\Q" + value.replace("\\E", "\\E\\\\E\\Q").replace(" ", "\\E\\s{1,20}\\Q") + "\\E";
        return Pattern.compile("(?<![\\p{L}\\d])" + words + "(?![\\p{L}\\d])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
