package bankassistant.ui.chat;

import bankassistant.chat.Citation;
import java.util.List;

/**
 * Sentences of an answer that stand on the same sources.
 *
 * @param text    with placeholders
 * @param sources where it stands; may be empty
 */
public record Paragraph(String text, List<Citation> sources) {

    public Paragraph {
        sources = List.copyOf(sources);
    }

    Paragraph with(String sentence) {
        return new Paragraph(text + " " + sentence, sources);
    }
}
