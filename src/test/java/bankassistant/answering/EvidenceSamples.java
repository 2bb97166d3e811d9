package bankassistant.answering;

import bankassistant.policy.Section;
import bankassistant.retrieval.Evidence;
import bankassistant.retrieval.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Passages and evidence for tests. */
public final class EvidenceSamples {

    private EvidenceSamples() {}

    /** A section of a made-up policy with these sentences. */
    public static Passage passage(String title, String... sentences) {
        List<Section.Span> spans = new ArrayList<>();
        int start = 0;
        for (String sentence : sentences) {
            spans.add(new Section.Span(start, start + sentence.length()));
            start += sentence.length() + 1;
        }
        Section section = new Section("lost-card", title, String.join(" ", sentences), spans, List.of());
        return new Passage("cards", "Cards and Electronic Transfers", "2026.1", "00", section, "Card Operations");
    }

    /** All sentences of such a section as evidence. */
    public static Evidence evidence(String title, String... sentences) {
        return new Evidence(passage(title, sentences), IntStream.range(0, sentences.length).boxed().toList(), 0.9);
    }

    /** What many tests ask about. */
    public static Evidence lostCard() {
        return evidence("Reporting a lost or stolen card",
                "A customer who reports a stolen debit card within 2 business days owes at most $50.",
                "After 2 business days the customer owes at most $500, unless the bank was not told of the theft.");
    }
}
