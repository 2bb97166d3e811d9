package bankassistant.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in which every place that is hidden already, be it covered by the masker or replaced by a placeholder, reads
 * {@value #NEUTRAL}: what finds names sees a text that is being masked and the masked one alike.
 */
public final class HiddenPlaces {

    static final String NEUTRAL = "[MASK]";
    private static final Pattern HIDDEN = Pattern.compile("(?:" + Recognizer.COVERED + "|\\[[A-Z][A-Z_]*_[0-9]+])+");

    private final String text;
    private final List<Place> places;

    /**
     * @param start    in the text given out
     * @param original where the place ends in the original text
     */
    private record Place(int start, int original) {

        int end() {
            return start + NEUTRAL.length();
        }
    }

    private HiddenPlaces(String text, List<Place> places) {
        this.text = text;
        this.places = places;
    }

    public static HiddenPlaces of(String original) {
        Matcher hidden = HIDDEN.matcher(original);
        StringBuilder text = new StringBuilder(original.length());
        List<Place> places = new ArrayList<>();
        int copied = 0;
        while (hidden.find()) {
            text.append(original, copied, hidden.start());
            places.add(new Place(text.length(), hidden.end()));
            text.append(NEUTRAL);
            copied = hidden.end();
        }
        return new HiddenPlaces(text.append(original, copied, original.length()).toString(), places);
    }

    /** The text to read. */
    public String text() {
        return text;
    }

    /** The original's offset of an offset that is in no hidden place. */
    public int original(int offset) {
        int moved = 0;
        for (Place place : places) {
            if (place.end() <= offset) {
                moved = place.original() - place.end();
            }
        }
        return offset + moved;
    }

    /** The offset in {@link #text()} of an original offset that is in no hidden place. */
    public int shown(int original) {
        int moved = 0;
        for (Place place : places) {
            if (place.original() <= original) {
                moved = place.original() - place.end();
            }
        }
        return original - moved;
    }

    /** The parts of a span of {@link #text()} that are not hidden, each {@code {start, end}}. */
    List<int[]> open(int start, int end) {
        List<int[]> open = new ArrayList<>();
        int from = start;
        for (Place place : places) {
            if (place.start() < end && place.end() > start) {
                if (place.start() > from) {
                    open.add(new int[]{from, place.start()});
                }
                from = Math.max(from, place.end());
            }
        }
        if (from < end) {
            open.add(new int[]{from, end});
        }
        return open;
    }
}
