package bankassistant.model.tagging;

import bankassistant.model.TokenTagger.Tagged;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Parts of a text, short enough for a network, each of which overlaps the next so that no place is cut in every one of them. */
public final class Windows {

    /** Characters (UTF-16); a token has at least one of them. */
    public static final int LONGEST = 400;
    private static final int OVERLAP = 100;
    /** Within so many characters of its end a window ends between words. */
    private static final int SEARCHED = 40;

    private Windows() {}

    /** @param start UTF-16 offset in the text */
    public record Window(int start, String text) {}

    /** At least one, which together hold the whole text. */
    public static List<Window> of(String text) {
        List<Window> windows = new ArrayList<>();
        int from = 0;
        while (text.length() - from > LONGEST) {
            windows.add(new Window(from, text.substring(from, between(text, from + LONGEST))));
            from = between(text, from + LONGEST - OVERLAP);
        }
        windows.add(new Window(from, text.substring(from)));
        return windows;
    }

    /** A place between two words near this offset and not behind it; else one that parts no surrogate pair. */
    private static int between(String text, int offset) {
        for (int at = offset; at > offset - SEARCHED; at--) {
            if (Character.isWhitespace(text.charAt(at))) {
                return at;
            }
        }
        return Character.isLowSurrogate(text.charAt(offset)) ? offset - 1 : offset;
    }

    /**
     * The places of all windows as places of the text: those that overlap are one, of the type that is surer.
     *
     * @param found for each window its places, by offset in the window
     */
    public static List<Tagged> joined(List<Window> windows, List<List<Tagged>> found) {
        List<Tagged> all = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            int start = windows.get(i).start();
            found.get(i).forEach(place -> all
                    .add(new Tagged(place.type(), place.start() + start, place.end() + start, place.score())));
        }
        all.sort(Comparator.comparingInt(Tagged::start));
        List<Tagged> joined = new ArrayList<>();
        for (Tagged next : all) {
            if (!joined.isEmpty() && next.start() < joined.getLast().end()) {
                Tagged last = joined.removeLast();
                Tagged surer = next.score() > last.score() ? next : last;
                joined.add(new Tagged(surer.type(), last.start(), Math.max(last.end(), next.end()), surer.score()));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }
}
