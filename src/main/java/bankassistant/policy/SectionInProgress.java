package bankassistant.policy;

import java.util.ArrayList;
import java.util.List;

/** A section while its blocks are being read. */
final class SectionInProgress {

    private final String id;
    private final String title;
    private final int line;
    private final StringBuilder text = new StringBuilder();
    private final List<Section.Span> sentences = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<Integer> figureLines = new ArrayList<>();

    SectionInProgress(String id, String title, int line) {
        this.id = id;
        this.title = title;
        this.line = line;
    }

    /** A paragraph or list item; its end is a sentence's end whatever follows. */
    void add(String block) {
        if (!text.isEmpty()) {
            text.append(' ');
        }
        int offset = text.length();
        text.append(block);
        for (Section.Span span : Sentences.split(block)) {
            sentences.add(new Section.Span(offset + span.start(), offset + span.end()));
        }
    }

    void add(Figure figure, int figureLine) {
        figures.add(figure);
        figureLines.add(figureLine);
    }

    Section finish(PolicyFile file) throws PolicyException {
        if (sentences.isEmpty()) {
            throw file.refuse(line, "the section '" + id + "' has no sentence");
        }
        for (int i = 0; i < figures.size(); i++) {
            if (!standsIn(figures.get(i).value())) {
                throw file.refuse(figureLines.get(i), "the figure '" + figures.get(i).value()
                        + "' does not stand in the text of the section '" + id + "'");
            }
        }
        return new Section(id, title, text.toString(), sentences, figures);
    }

    /** Whether the value stands there as a whole: "$50" does not stand in "$500" nor in "$50,000". */
    private boolean standsIn(String value) {
        for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
            if (!continuesBefore(at) && !continuesAfter(at + value.length())) {
                return true;
            }
        }
        return false;
    }

    private boolean continuesBefore(int at) {
        if (at == 0 || !Character.isLetterOrDigit(text.charAt(at))) {
            return false;
        }
        char before = text.charAt(at - 1);
        return Character.isLetterOrDigit(before) || Character.isDigit(text.charAt(at)) && ".,$".indexOf(before) >= 0;
    }

    private boolean continuesAfter(int end) {
        if (end == text.length() || !Character.isLetterOrDigit(text.charAt(end - 1))) {
            return false;
        }
        char after = text.charAt(end);
        boolean digitFollows = end + 1 < text.length() && Character.isDigit(text.charAt(end + 1));
        return Character.isLetterOrDigit(after) || (after == '.' || after == ',') && digitFollows;
    }
}
