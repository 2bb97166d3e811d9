package bankassistant.privacy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as recognisers read it, with the way back to what was typed. What cannot be seen is left out; characters that
 * look like plain ones, line breaks inside numbers and spelled digits are made plain. Each character knows which stretch
 * of the typed text it stands for.
 *
 * <p>Placeholders stand as one {@link Recognizer#COVERED}.
 */
final class ReadableText {

    static final Pattern PLACEHOLDER = Pattern.compile("\\[[A-Z][A-Z_]{0,30}_[0-9]{1,7}]");
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int REPLACEMENT = 0xFFFD;

    private final String text;
    private final int[] starts;
    private final int[] ends;

    private ReadableText(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    /** @param isPlaceholder of what looks like a placeholder, whether it is to be left as one */
    static ReadableText of(String typed, Predicate<String> isPlaceholder) {
        return SpelledDigits.replaced(
                NumberBreaks.closed(LookAlikes.folded(visible(typed, isPlaceholder))));
    }

    String text() {
        return text;
    }

    int length() {
        return text.length();
    }

    /** Where a character's stretch of the typed text begins. */
    int start(int index) {
        return starts[index];
    }

    /** Behind a character's stretch of the typed text. */
    int end(int index) {
        return ends[index];
    }

    /** The candidate with its place in the typed text. */
    Candidate typed(Candidate found) {
        return new Candidate(starts[found.start()], ends[found.end() - 1], found.kind(), found.normalized(),
                found.priority());
    }

    /** Whether a candidate holds anything that is not covered yet. */
    boolean isOpen(Candidate found) {
        for (int i = found.start(); i < found.end(); i++) {
            if (text.charAt(i) != Recognizer.COVERED) {
                return true;
            }
        }
        return false;
    }

    /** The same text with the candidates covered, each run of them by one character. */
    ReadableText covering(List<Candidate> found) {
        List<Candidate> inOrder = new ArrayList<>(found);
        inOrder.sort(Comparator.comparingInt(Candidate::start));
        Builder covered = new Builder(length());
        int next = 0;
        for (Candidate candidate : inOrder) {
            covered.copy(this, next, candidate.start());
            int from = Math.max(next, candidate.start());
            if (from < candidate.end()) {
                covered.cover(starts[from], ends[candidate.end() - 1]);
                next = candidate.end();
            }
        }
        covered.copy(this, next, length());
        return covered.build();
    }

    private static ReadableText visible(String typed, Predicate<String> isPlaceholder) {
        Builder visible = new Builder(typed.length());
        Matcher placeholder = PLACEHOLDER.matcher(typed);
        int from = 0;
        while (placeholder.find()) {
            if (isPlaceholder.test(placeholder.group())) {
                visible(typed, from, placeholder.start(), visible);
                visible.cover(placeholder.start(), placeholder.end());
                from = placeholder.end();
            }
        }
        visible(typed, from, typed.length(), visible);
        return visible.build();
    }

    private static void visible(String typed, int from, int to, Builder visible) {
        int next;
        for (int at = from; at < to; at = next) {
            int c = typed.codePointAt(at);
            next = Math.min(to, at + Character.charCount(c));
            add(c, at, next, visible);
        }
    }

    private static void add(int c, int start, int end, Builder visible) {
        if (c > ' ' && c < 127) {
            visible.add((char) c, start, end);
            return;
        }
        switch (Character.getType(c)) {
            case Character.FORMAT -> {
                // zero-width characters and directions: nothing to see
            }
            case Character.CONTROL -> visible.add(c == '\n' || c == '\r' || c == '\t' ? (char) c : ' ', start, end);
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> visible.mark(c, start, end);
            case Character.DECIMAL_DIGIT_NUMBER -> visible.add((char) ('0' + Character.digit(c, 10)), start, end);
            case Character.DASH_PUNCTUATION -> visible.add('-', start, end);
            case Character.SPACE_SEPARATOR -> visible.add(' ', start, end);
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> visible.add('\n', start, end);
            case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE ->
                visible.add((char) REPLACEMENT, start, end);
            default -> visible.addAll(plain(c), start, end);
        }
    }

    /** Full-width, styled and circled letters and digits as plain ones; all others as they are. */
    private static String plain(int c) {
        if (c == '\u2212') {
            return "-";
        }
        String same = Character.toString(c);
        boolean fullWidth = c >= 0xFF01 && c <= 0xFF5E || c >= 0xFE50 && c <= 0xFE6B;
        if (c == BYTE_ORDER_MARK || !fullWidth && !Character.isLetterOrDigit(c)
                && Character.getType(c) != Character.OTHER_NUMBER) {
            return same;
        }
        int value = Character.getType(c) == Character.OTHER_NUMBER ? Character.getNumericValue(c) : -1;
        if (value >= 0 && value <= 9) {
            return String.valueOf(value);
        }
        String compatible = Normalizer.normalize(same, Normalizer.Form.NFKC);
        return compatible.chars().allMatch(plain -> plain >= ' ' && plain < 127) ? compatible : same;
    }

    /** Puts a readable text together. */
    static final class Builder {

        private final StringBuilder text;
        private int[] starts;
        private int[] ends;

        Builder(int length) {
            text = new StringBuilder(length);
            starts = new int[length + 8];
            ends = new int[length + 8];
        }

        void add(char c, int start, int end) {
            if (text.length() == starts.length) {
                starts = Arrays.copyOf(starts, 2 * starts.length);
                ends = Arrays.copyOf(ends, 2 * ends.length);
            }
            starts[text.length()] = start;
            ends[text.length()] = end;
            text.append(c);
        }

        void addAll(String all, int start, int end) {
            for (int i = 0; i < all.length(); i++) {
                add(all.charAt(i), start, end);
            }
        }

        /** Characters as they stand in another readable text; none where {@code to} is not behind {@code from}. */
        void copy(ReadableText other, int from, int to) {
            for (int i = from; i < to; i++) {
                add(other.text.charAt(i), other.starts[i], other.ends[i]);
            }
        }

        void cover(int start, int end) {
            int last = text.length() - 1;
            if (last >= 0 && text.charAt(last) == Recognizer.COVERED) {
                ends[last] = Math.max(ends[last], end);
            } else {
                add(Recognizer.COVERED, start, end);
            }
        }

        /** A mark belongs to the letter before it; on plain letters and digits it is composed or left out. */
        void mark(int mark, int start, int end) {
            int last = text.length() - 1;
            if (last < 0 || text.charAt(last) > 126 || text.charAt(last) <= ' ') {
                addAll(Character.toString(mark), start, end);
                return;
            }
            String composed = Normalizer.normalize(text.charAt(last) + Character.toString(mark), Normalizer.Form.NFC);
            text.setCharAt(last, composed.length() == 1 ? composed.charAt(0) : text.charAt(last));
            ends[last] = end;
        }

        ReadableText build() {
            return new ReadableText(text.toString(), Arrays.copyOf(starts, text.length()),
                    Arrays.copyOf(ends, text.length()));
        }
    }
}
