package bankassistant.ui.chat;

import bankassistant.chat.Citation;
import bankassistant.policy.Section;
import bankassistant.policy.Section.Span;
import bankassistant.retrieval.Evidence;
import java.util.List;
import java.util.Optional;

/**
 * A source opened beside the conversation.
 *
 * @param text   the section where it is at hand, else the quotation alone
 * @param quoted the parts of {@code text} that are quoted, in order
 */
public record Source(Citation citation, String text, List<Span> quoted) {

    public Source {
        quoted = List.copyOf(quoted);
    }

    static Source of(Citation citation, Optional<Evidence> evidence) {
        return evidence.filter(found -> isAbout(found, citation)).map(found -> found.passage().section())
                .map(section -> new Source(citation, section.text(), spans(section, citation.quote())))
                .filter(source -> !source.quoted.isEmpty())
                .orElseGet(() -> new Source(citation, citation.quote(),
                        List.of(new Span(0, citation.quote().length()))));
    }

    private static boolean isAbout(Evidence evidence, Citation citation) {
        return evidence.passage().policyId().equals(citation.policy())
                && evidence.passage().section().id().equals(citation.section());
    }

    /** A quotation may leave sentences out; then each of its sentences is marked. */
    private static List<Span> spans(Section section, String quote) {
        int whole = section.text().indexOf(quote);
        if (whole >= 0) {
            return List.of(new Span(whole, whole + quote.length()));
        }
        return section.sentences().stream()
                .filter(span -> quote.contains(section.text().substring(span.start(), span.end()))).toList();
    }
}
