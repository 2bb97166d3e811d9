package bankassistant.audit.record;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What records can be found by. */
public final class Facts {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Facts() {}

    public static Optional<Entry.Meaning> meaning(Entry entry) {
        return switch (entry) {
            case Entry.Question question -> question.meaning();
            case Entry.Answer answer -> answer.meaning();
            default -> Optional.empty();
        };
    }

    /** Ids of the policies an answer cites. */
    public static Stream<String> policies(Entry entry) {
        return entry instanceof Entry.Answer answer
                ? answer.sources().stream().map(Entry.Source::policy).distinct()
                : Stream.empty();
    }

    /** The masked question or the answer; empty for other kinds. */
    public static String text(Entry entry) {
        return switch (entry) {
            case Entry.Question question -> question.text();
            case Entry.Answer answer -> answer.text();
            default -> "";
        };
    }

    /** The words of a text in lower case. */
    public static Stream<String> words(String text) {
        return BETWEEN_WORDS.splitAsStream(text.toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty());
    }
}
