package bankassistant.policy;

import java.util.List;
import java.util.Optional;

/**
 * A part of a policy that answers one question.
 *
 * @param id        stable, unique within its policy
 * @param title     as in the heading
 * @param text      the plain text, without markup; sentences are separated by one space
 * @param sentences where the sentences of {@code text} lie, in order, without gaps but that space
 * @param figures   the regulatory values in it
 * @param duty      what must be done when it answers
 * @param together  sentences of which none is told without the others, counted from 0 and ascending: two or three, or none
 */
public record Section(String id, String title, String text, List<Span> sentences, List<Figure> figures,
        Optional<Duty> duty, List<Integer> together) {

    /** A section without a duty. */
    public Section(String id, String title, String text, List<Span> sentences, List<Figure> figures) {
        this(id, title, text, sentences, figures, Optional.empty(), List.of());
    }

    public Section {
        sentences = List.copyOf(sentences);
        figures = List.copyOf(figures);
        together = List.copyOf(together);
        if (sentences.isEmpty()) {
            throw new IllegalArgumentException("section " + id + " has no sentence");
        }
    }

    /** The text of sentence {@code index}, counted from 0. */
    public String sentence(int index) {
        Span span = sentences.get(index);
        return text.substring(span.start(), span.end());
    }

    /** A sentence and those that are told with it, counted from 0 and ascending. */
    public List<Integer> with(int index) {
        return together.contains(index) ? together : List.of(index);
    }

    /** A half-open range of UTF-16 offsets into the text. */
    public record Span(int start, int end) {}
}
