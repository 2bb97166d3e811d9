package bankassistant.privacy;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;

/**
 * A text as recognisers read it, with the way back to what was typed. What cannot be seen is left out; characters that
 * look like plain ones, line breaks inside numbers and spelled digits are made plain. Each character knows which stretch
 * of the typed text it stands for.
 *
 * <p>Placeholders, and what was found before, stand as one {@link Recognizer#COVERED}.
 */
final class ReadableText {

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

    /** @param covered what stands as {@link Recognizer#COVERED}, in order and without overlaps; neighbours count as one */
    static ReadableText of(String typed, List<Place> covered) {
        return SpelledDigits.replaced(NumberBreaks.closed(LookAlikes.folded(visible(typed, covered))));
    }

    static ReadableText of(String typed) {
        return of(typed, List.of());
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

    private static ReadableText visible(String typed, List<Place> covered) {
        Builder visible = new Builder(typed.length());
        int from = 0;
        for (Place place : covered) {
            visible(typed, from, place.start(), visible);
            visible.cover(place.start(), place.end());
            from = place.end();
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
