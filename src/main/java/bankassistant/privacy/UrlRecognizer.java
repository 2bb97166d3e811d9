package bankassistant.privacy;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Web addresses that tell of a person: with a query, a user's part, a profile's path, or a long number or a mail address in
 * the path. A bank's site and its pages stay readable.
 */
final class UrlRecognizer implements Recognizer {

    private static final Pattern ADDRESS = Pattern
            .compile("(?i)(?<![\\p{L}\\d@.-])(?<value>(?:(?:https?|ftp)://[^\\s\uFFFF<>\"']{1,2000}"
                    + "|(?:[\\p{L}\\d-]{1,63}\\.){1,8}(?:com|org|net|me|app|io|co|us|uk|gov|edu|info|bank|ly|de|fr|eu|biz|dev|site|online)"
                    + "(?::\\d{2,5})?[/?][^\\s\uFFFF<>\"']{1,2000}))(?<![.,;:!?)\\]}])");
    private static final Pattern PERSONAL = Pattern
            .compile("(?i)[?&#;][^\\s=&]{1,60}=[^\\s&]|//[^/@\\s]{1,200}@|/~\\p{L}|/\\d{6,}(?=[/?#]|$)|@[\\p{L}\\d]|%40"
                    + "|/(?:u|user|users|profile|profiles|people|in|me|member|members|account|accounts|customer|customers|client|id|pay|signup|reset|verify|token)/[^/\\s]{2,}"
                    + "|(?:facebook|instagram|twitter|x|tiktok|venmo|paypal|cash|t|wa|linkedin)\\.(?:com|me|app)/[\\p{L}\\d.$_-]{2,}");

    private final Named named = new Named(List.of(ADDRESS), Candidate.Kind.URL,
            value -> PERSONAL.matcher(value).find(), value -> value);

    @Override
    public List<Candidate> find(String text) {
        return named.find(text).stream().map(found -> new Candidate(found.start(), found.end(), found.kind(),
                found.normalized(), Candidate.CHECKED)).toList();
    }
}
