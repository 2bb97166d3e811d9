package bankassistant.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Replaces personal data by placeholders. Amounts and dates stay: they are what a question is about.
 *
 * <p>What any recogniser found is hidden whole: spans that overlap become one, under the kind with the strongest
 * evidence. Masking a masked text changes nothing.
 */
public final class Masker {

    private static final Comparator<Candidate> STRONGEST = Comparator.comparingInt(Candidate::priority)
            .thenComparingInt(candidate -> candidate.end() - candidate.start());

    /** Stands where something was found, like a placeholder: no letter, no digit, no space (a Unicode noncharacter). */
    private static final char COVERED = '\uFFFF';

    private final List<Recognizer> recognizers;

    /** @param recognizers asked in this order; of two equally strong candidates the earlier recogniser's counts */
    public Masker(List<Recognizer> recognizers) {
        this.recognizers = List.copyOf(recognizers);
    }

    /** Finds what has a form of its own: numbers of cards, accounts and people, addresses of mail, phones. */
    public static Masker ofForms() {
        return new Masker(List.of(new CardRecognizer(), new IbanRecognizer(), new SsnRecognizer(),
                new RoutingRecognizer(), new AccountRecognizer(), new EmailRecognizer(), new PhoneRecognizer()));
    }

    /**
     * Masks a text.
     *
     * @param placeholders of the conversation: a value seen before keeps its placeholder
     */
    public MaskedText mask(String text, Placeholders placeholders) {
        String plain = plain(text);
        StringBuilder masked = new StringBuilder(text.length());
        List<PiiSpan> spans = new ArrayList<>();
        int copied = 0;
        for (Candidate candidate : withoutOverlaps(candidates(plain), plain)) {
            String placeholder = placeholders.placeholder(candidate.kind().label(), candidate.normalized(),
                    text.substring(candidate.start(), candidate.end()));
            masked.append(text, copied, candidate.start()).append(placeholder);
            spans.add(new PiiSpan(candidate.kind().type(), candidate.start(), candidate.end(), placeholder));
            copied = candidate.end();
        }
        return new MaskedText(masked.append(text, copied, text.length()).toString(), spans);
    }

    /** Asks until nothing more is found: what is covered can have hidden what stands beside it. */
    private List<Candidate> candidates(String plain) {
        List<Candidate> all = new ArrayList<>();
        StringBuilder rest = new StringBuilder(plain);
        int before;
        do {
            before = all.size();
            String text = rest.toString();
            for (Recognizer recognizer : recognizers) {
                recognizer.find(text).stream().filter(candidate -> isOpen(candidate, text)).forEach(all::add);
            }
            all.subList(before, all.size()).forEach(candidate -> cover(candidate, rest));
        } while (all.size() > before);
        return all;
    }

    private static boolean isOpen(Candidate candidate, String text) {
        return text.substring(candidate.start(), candidate.end()).chars().anyMatch(c -> c != COVERED);
    }

    private static void cover(Candidate candidate, StringBuilder rest) {
        for (int i = candidate.start(); i < candidate.end(); i++) {
            rest.setCharAt(i, COVERED);
        }
    }

    /** The text with digits of any script, dashes and spaces in ASCII: no look-alike escapes, and every offset stays. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            plain.setCharAt(i, plain(text.charAt(i)));
        }
        return plain.toString();
    }

    private static char plain(char c) {
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER -> (char) ('0' + Character.digit(c, 10));
            case Character.DASH_PUNCTUATION -> '-';
            case Character.SPACE_SEPARATOR -> ' ';
            default -> c == '\u2212' ? '-' : c;
        };
    }

    private static List<Candidate> withoutOverlaps(List<Candidate> candidates, String text) {
        List<Candidate> byStart = new ArrayList<>(candidates);
        byStart.sort(Comparator.comparingInt(Candidate::start));
        List<Candidate> separate = new ArrayList<>();
        for (Candidate next : byStart) {
            if (!separate.isEmpty() && next.start() < separate.getLast().end()) {
                separate.add(merged(separate.removeLast(), next, text));
            } else {
                separate.add(next);
            }
        }
        return separate;
    }

    private static Candidate merged(Candidate a, Candidate b, String text) {
        Candidate winner = STRONGEST.compare(b, a) > 0 ? b : a;
        int start = Math.min(a.start(), b.start());
        int end = Math.max(a.end(), b.end());
        boolean whole = winner.start() == start && winner.end() == end;
        String normalized = whole ? winner.normalized() : text.substring(start, end);
        return new Candidate(start, end, winner.kind(), normalized, winner.priority());
    }
}
