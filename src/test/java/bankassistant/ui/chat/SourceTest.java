package bankassistant.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.chat.Citation;
import bankassistant.retrieval.Evidence;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourceTest {

    @Test
    void marksTheQuotationInTheWholeSection() {
        Evidence evidence = Samples.reporting(1, 2);
        Source source = Source.of(Samples.citation(evidence), Optional.of(evidence));
        assertThat(source.text()).isEqualTo(Samples.REPORTING.text());
        assertThat(marked(source)).containsExactly(evidence.text());
    }

    @Test
    void marksEachSentenceOfAQuotationWithAGap() {
        Evidence evidence = Samples.reporting(0, 3);
        Source source = Source.of(Samples.citation(evidence), Optional.of(evidence));
        assertThat(marked(source)).containsExactly(Samples.REPORTING.sentence(0), Samples.REPORTING.sentence(3));
    }

    @Test
    void showsTheQuotationAloneWhenTheSectionIsAnother() {
        Citation citation = Samples.citation(Samples.atm(0));
        Source source = Source.of(citation, Optional.of(Samples.reporting(0)));
        assertThat(source.text()).isEqualTo(citation.quote());
        assertThat(marked(source)).containsExactly(citation.quote());
    }

    @Test
    void showsTheQuotationAloneWhenTheSectionDoesNotHoldIt() {
        Citation citation = new Citation("cards", "Cards", Samples.REPORTING.id(), "Reporting", "2025.4", "Old words.");
        assertThat(Source.of(citation, Optional.of(Samples.reporting(0))).text()).isEqualTo("Old words.");
        assertThat(Source.of(citation, Optional.empty()).text()).isEqualTo("Old words.");
    }

    private static List<String> marked(Source source) {
        return source.quoted().stream().map(span -> source.text().substring(span.start(), span.end())).toList();
    }
}
