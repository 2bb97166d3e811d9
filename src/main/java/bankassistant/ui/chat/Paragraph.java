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

    /** @param source null if there is none */
    static Paragraph of(String sentence, Citation source) {
        return new Paragraph(sentence, source == null ? List.of() : List.of(source));
    }

    /** Whether the source is the section that this stands on, whichever of its words are quoted. */
    boolean standsOn(Citation source) {
        if (source == null) {
            return sources.isEmpty();
        }
        return sources.stream().anyMatch(own -> own.policy().equals(source.policy())
                && own.section().equals(source.section()) && own.version().equals(source.version()));
    }

    /** With one more sentence, and what its source quotes. */
    Paragraph with(String sentence, Citation source) {
        return new Paragraph(text + " " + sentence, sources.stream().map(own -> joined(own, source)).toList());
    }

    private static Citation joined(Citation own, Citation next) {
        return own.quote().contains(next.quote())
                ? own
                : new Citation(own.policy(), own.policyTitle(), own.section(), own.sectionTitle(), own.version(),
                        own.quote() + " " + next.quote());
    }
}
