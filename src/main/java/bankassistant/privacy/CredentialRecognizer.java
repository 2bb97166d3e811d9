package bankassistant.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** User names and passwords, named as such. A word of the language is one only behind a colon or in quotes. */
final class CredentialRecognizer implements Recognizer {

    private static final String TOKEN = "[^\\s\uFFFF\"'\u201c\u201d,;]{3,64}";
    private static final String IS = "\\s{1,3}(?:is now|is|was|=|will be)\\s{1,3}";
    private static final String USER = "user\\s?-?name|user\\s?-?id|login(?: (?:name|id))?|log-?in id|screen name|online id|(?:instagram|twitter|telegram|skype|venmo|zelle|cash ?app) (?:handle|name|id|tag)|handle|cashtag";
    private static final String SECRET = "pass\\s?word|pass\\s?phrase|passwd|pwd|secret (?:word|answer)|security answer|pass(?:word)?";
    private static final Set<String> WORDS = Set.of("not", "wrong", "incorrect", "expired", "locked", "blocked",
            "invalid",
            "correct", "weak", "strong", "case-sensitive", "required", "forgotten", "lost", "secure", "unknown",
            "reset",
            "too", "the", "what", "where", "how", "mandatory", "compromised", "hacked", "stolen", "different", "same");

    private final Named users = named(Candidate.Kind.USERNAME, USER);
    private final Named passwords = named(Candidate.Kind.PASSWORD, SECRET);

    private static final Pattern NETWORK = Pattern
            .compile(
                    "(?i)(?<!\\p{L})(?:twitter|instagram|insta|tiktok|telegram|venmo|zelle|cash ?app|paypal|handle|cashtag|snapchat)(?!\\p{L})");
    private static final Named HANDLES = new Named(
            List.of(Pattern.compile("(?<![\\p{L}\\d.@$])(?<value>[@$]\\p{L}[\\p{L}\\d_]{2,29})(?![\\p{L}\\d@])")),
            Candidate.Kind.USERNAME, _ -> true, value -> value.toLowerCase(Locale.ROOT));
    /** Asked to prove who one is. */
    private static final Named MAIDEN_NAME = Named.of(Candidate.Kind.PERSON, "maiden name",
            "(?-i:\\p{Lu})\\p{L}[\\p{L}'-]{1,30}");

    @Override
    public List<Candidate> find(String text) {
        Stream<Named> handles = NETWORK.matcher(text).find() ? Stream.of(HANDLES) : Stream.of();
        return Stream.concat(Stream.of(users, passwords, MAIDEN_NAME), handles)
                .flatMap(named -> named.find(text).stream()).toList();
    }

    private static Named named(Candidate.Kind kind, String names) {
        String begin = "(?i)(?<![\\p{L}\\d])(?:" + names + ")(?![\\p{L}])";
        String end = "(?<value>" + TOKEN + ")(?<![.,;:?)])";
        String unlike = "(?=\\S{0,64}[\\d_@#$%^&*!+=~])(?!\\S{0,64}@\\S{1,64}\\.\\p{L})";
        return new Named(List.of(Pattern.compile(begin + "\\s{0,2}[:=]\\s{0,3}[\"'\u201c]?" + end),
                Pattern.compile(begin + IS + "[\"'\u201c]" + end),
                Pattern.compile(begin + IS + unlike + end),
                Pattern.compile(begin + "\\s{1,3}(?=\\S{0,64}\\p{L})(?=\\S{0,64}\\d)" + end)), kind,
                value -> !WORDS.contains(value.toLowerCase(Locale.ROOT)), value -> value);
    }
}
