package bankassistant.lab.pii;

import java.util.List;

/**
 * A text and where personal data stands in it.
 *
 * @param marks in the order of their places, none overlapping another
 */
public record MarkedText(String text, List<Mark> marks) {

    /**
     * A place.
     *
     * @param type  such as {@code PERSON}
     * @param start UTF-16 offset
     * @param end   behind the last character
     */
    public record Mark(String type, int start, int end) {}

    public MarkedText {
        marks = List.copyOf(marks);
        int last = 0;
        for (Mark mark : marks) {
            if (mark.start() < last || mark.end() <= mark.start() || mark.end() > text.length()) {
                throw new IllegalArgumentException("marks overlap, are empty or lie outside of the text");
            }
            last = mark.end();
        }
    }
}
