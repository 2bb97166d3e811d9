package bankassistant.understanding;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Divides a message into parts that are judged one by one. */
final class Parts {

    /** From here on neighbours are joined: a pasted document must not take seconds. */
    private static final int MANY = 12;
    private static final int MOST = 40;
    private static final int WINDOW = 40;
    private static final int LONGEST_SENTENCE = 60;

    /** Line breaks, and stops behind a word where a sentence begins with a small letter. */
    private static final Pattern LINES = Pattern.compile("[\\n;]+|(?<=\\p{L}{3}[.!?]{1,3})\\s+(?=\\p{Ll})");
    /** Wherever a request of another kind may begin; most often none does. */
    private static final Pattern SEAMS = Pattern
            .compile("\\s*(?:,(?!\\d)|[:+&\"]|\\s[-\u2013\u2014]+\\s|\\b(?:and|but|then|also|plus|or|"
                    + "by the way|btw|include|including)\\b|(?<!\\w)[1-9a-d]\\))\\s*", Pattern.CASE_INSENSITIVE);
    private static final int FEWEST_WORDS = 2;
    /** Before an order or a question that a conjunction or a comma joins to what comes before. */
    private static final Pattern CLAUSES = Pattern.compile(
            "(?:,\\s*|\\s+)(?:and|but|then|also|plus|or)(?:,?\\s+(?:then|also|please|now|after that))*,?\\s+(?="
                    + Part.OPENERS
                    + ")|,\\s+(?=(?:please\\s+)?(?:write|compose|translate|sing|draw|pretend|ignore|disregard|tell me an?)\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GREETING = Pattern.compile(
            "^\\W*(?:hi|hello|hey|greetings|good (?:morning|afternoon|evening|day))(?: there| all| team| everyone)?[\\s,!.:-]+(?=\\S)",
            Pattern.CASE_INSENSITIVE);

    private Parts() {}

    /** The parts of a text in order, at least one unless it is blank. */
    static List<Part> of(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher token = RoleChange.SPECIAL_TOKEN.matcher(text);
        // what follows such a token wants to be read as another's words
        int end = token.find() ? token.start() : text.length();
        addSentences(readable(text.substring(0, end), parts), parts);
        if (end < text.length()) {
            parts.add(new Part(text.substring(end), true));
        }
        return parts.size() > MANY ? joined(parts) : List.copyOf(parts);
    }

    /** The pieces of parts as small as they may be; fewer than two where there is nothing to divide. */
    static List<Part> pieces(List<Part> parts) {
        return parts.stream().flatMap(part -> SEAMS.splitAsStream(part.text())).map(String::strip)
                .map(piece -> new Part(piece, false)).filter(piece -> piece.words() >= FEWEST_WORDS).toList();
    }

    private static String readable(String text, List<Part> parts) {
        Optional<String> without = HiddenText.removedFrom(text);
        without.ifPresent(_ -> parts.add(new Part("[code]", true)));
        return without.orElse(text);
    }

    private static void addSentences(String text, List<Part> parts) {
        LINES.splitAsStream(text).flatMap(Parts::sentences).forEach(sentence -> addClauses(sentence, parts));
    }

    private static Stream<String> sentences(String line) {
        Matcher greeting = GREETING.matcher(line);
        int start = greeting.find() ? greeting.end() : 0;
        BreakIterator iterator = BreakIterator.getSentenceInstance(Locale.US);
        String rest = line.substring(start);
        iterator.setText(rest);
        List<String> sentences = new ArrayList<>();
        if (start > 0) {
            sentences.add(line.substring(0, start));
        }
        int from = iterator.first();
        for (int to = iterator.next(); to != BreakIterator.DONE; from = to, to = iterator.next()) {
            sentences.add(rest.substring(from, to));
        }
        return sentences.stream().map(String::strip).filter(sentence -> !sentence.isEmpty());
    }

    private static void addClauses(String sentence, List<Part> parts) {
        boolean forbidden = RoleChange.isAttempted(sentence) || HiddenText.isDisguised(sentence);
        List<String> clauses = CLAUSES.splitAsStream(sentence).map(String::strip).filter(clause -> !clause.isEmpty())
                .flatMap(Parts::windows).toList();
        // an attempt that no clause shows alone is in all of them
        boolean inOne = clauses.stream().anyMatch(RoleChange::isAttempted);
        clauses.forEach(clause -> parts
                .add(new Part(clause, forbidden && (!inOne || RoleChange.isAttempted(clause)))));
    }

    private static Stream<String> windows(String clause) {
        String[] words = clause.split("\\s+");
        if (words.length <= LONGEST_SENTENCE) {
            return Stream.of(clause);
        }
        List<String> windows = new ArrayList<>();
        for (int i = 0; i < words.length; i += WINDOW) {
            windows.add(String.join(" ", Arrays.copyOfRange(words, i, Math.min(words.length, i + WINDOW))));
        }
        return windows.stream();
    }

    private static List<Part> joined(List<Part> parts) {
        List<Part> fewer = joined(parts, false);
        return fewer.size() > MOST ? joined(fewer, true) : fewer;
    }

    private static List<Part> joined(List<Part> parts, boolean evenAsking) {
        List<Part> joined = new ArrayList<>();
        for (Part part : parts) {
            Part last = joined.isEmpty() ? null : joined.getLast();
            boolean mayJoin = last != null && last.forbidden() == part.forbidden()
                    && (evenAsking || !last.asks() && !part.asks()) && last.words() + part.words() <= WINDOW;
            if (mayJoin) {
                joined.set(joined.size() - 1, last.with(part));
            } else {
                joined.add(part);
            }
        }
        return List.copyOf(joined);
    }
}
