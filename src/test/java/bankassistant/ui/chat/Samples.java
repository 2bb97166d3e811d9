package bankassistant.ui.chat;

import bankassistant.chat.Answer;
import bankassistant.chat.Citation;
import bankassistant.chat.Details;
import bankassistant.policy.Section;
import bankassistant.policy.Section.Span;
import bankassistant.privacy.SampleMasking;
import bankassistant.retrieval.Evidence;
import bankassistant.retrieval.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A few sections of policies, and answers from them. */
final class Samples {

    static final String STOLEN_CARD = "How long do I have to report a stolen debit card?";
    static final String ATM_FEES = "What are your ATM fees?";
    static final String PENSION = "Which pension fund should I choose?";

    static final Section REPORTING = section("reporting-a-lost-card", "Reporting a lost or stolen card",
            "Report a lost or stolen debit card within 2 business days of learning of it, and the customer's loss is "
                    + "limited to $50.",
            "If the report comes later, the limit is $500.",
            "For transfers that appear on a statement and are not reported within 60 days of it, there is no limit.",
            "Lock the card in the app at once, then report it; reports are taken 24 hours a day.",
            "A stolen phone: the cards in its wallet are removed from the branch console.");
    static final Section ATM = section("atm-withdrawals", "Cash machines",
            "Withdrawals at Larkmere and partner machines are free.",
            "At other machines the fee is $2.50, plus what the owner of the machine charges.",
            "Premier accounts get two of these fees back each month.");

    private Samples() {}

    static Evidence reporting(Integer... sentences) {
        return new Evidence(
                new Passage("cards", "Cards and unauthorized transfers", "2026.1", "00", REPORTING, "Cards"),
                List.of(sentences), 0.8);
    }

    static Evidence atm(Integer... sentences) {
        return new Evidence(
                new Passage("transfers", "Transfers, wires and currency exchange", "2026.1", "00", ATM, "Cards"),
                List.of(sentences), 0.8);
    }

    static Citation citation(Evidence evidence) {
        Passage passage = evidence.passage();
        return new Citation(passage.policyId(), passage.policyTitle(), passage.section().id(),
                passage.section().title(), passage.version(), evidence.text());
    }

    static Answer written(String text, Evidence... evidence) {
        return new Answer.Written(text, citations(evidence), about("Lost or stolen card", 0.968));
    }

    static Answer quoted(String text, Evidence... evidence) {
        return new Answer.Quoted(text, citations(evidence), about("Fee for a cash withdrawal", 0.42));
    }

    static Answer withheld(String text, Evidence... nearest) {
        return new Answer.Withheld(text, citations(nearest), details());
    }

    /** Of a question that was taken for this. */
    static Details about(String label, double confidence) {
        Details plain = details();
        return new Details(plain.id(), plain.question(),
                Optional.of(new Details.Meaning(true, Optional.of(new Details.Topic("intent", label, confidence)))),
                plain.model(), plain.checks(), plain.timings(), 0, 0);
    }

    static Details details() {
        return new Details("1", SampleMasking.unchanged("?"), "BankingAssistant-v1.0", Details.Checks.NOTHING_WRITTEN,
                new Details.Timings(0, 0, 0, 0, 0, 0, 0, 0), 0, 0);
    }

    private static List<Citation> citations(Evidence... evidence) {
        return List.of(evidence).stream().map(Samples::citation).toList();
    }

    private static Section section(String id, String title, String... sentences) {
        List<Span> spans = new ArrayList<>();
        String text = String.join(" ", sentences);
        IntStream.range(0, sentences.length).forEach(i -> {
            int start = text.indexOf(sentences[i]);
            spans.add(new Span(start, start + sentences[i].length()));
        });
        return new Section(id, title, text, spans, List.of());
    }
}
