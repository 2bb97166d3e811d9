package bankassistant.chat;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.answering.FigureCheck;
import bankassistant.answering.ModelWriter;
import bankassistant.answering.ScriptedModel;
import bankassistant.answering.Writer;
import bankassistant.policy.BankingIntents;
import bankassistant.policy.PolicyFolder;
import bankassistant.policy.PolicyLibrary;
import bankassistant.policy.PolicyReader;
import bankassistant.policy.Policy;
import bankassistant.privacy.Masker;
import bankassistant.retrieval.Evidence;
import bankassistant.retrieval.Finding;
import bankassistant.retrieval.Hit;
import bankassistant.retrieval.Passage;
import bankassistant.understanding.Understanders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A question whose two halves two sections answer, with the shipped policies. */
class TwoSectionsTest {

    private static PolicyLibrary library;

    private final List<String> shown = new ArrayList<>();

    @BeforeAll
    static void read() throws Exception {
        library = new PolicyFolder(new PolicyReader(), BankingIntents.names()).read(Path.of("policies"));
    }

    @Test
    void the_first_is_written_the_second_quoted_and_each_has_its_source() {
        String written = "An outgoing international wire costs $40, and an incoming international wire costs $10.";

        Answer answer = answer(new ModelWriter(ScriptedModel.saying(written)),
                evidence("transfers", "international-wire", 0), evidence("transfers", "transfer-timing", 0));

        assertThat(answer.kind()).isEqualTo("written");
        assertThat(answer.text()).startsWith(written).contains("an international wire takes 1 to 5 business days");
        assertThat(answer.citations()).extracting(Citation::section).containsExactly("international-wire",
                "transfer-timing");
        assertThat(String.join(" ", shown)).isEqualTo(answer.text());
    }

    @Test
    void a_right_in_the_second_section_is_handed_over_with_its_deadline() {
        Answer answer = answer(Writer.NONE, evidence("cards", "extra-charge", 0),
                evidence("cards", "unrecognized-card-payment", 0));

        assertThat(answer.kind()).isEqualTo("hand_over");
        assertThat(answer.text()).contains("60 days");
        assertThat(((Answer.HandOver) answer).note()).contains("Card Services").contains("60 days");
        assertThat(answer.citations()).extracting(Citation::section).containsExactly("extra-charge",
                "unrecognized-card-payment", "liability");
    }

    @Test
    void beside_a_confidential_matter_nothing_else_is_said() {
        Answer answer = answer(Writer.NONE, evidence("cash-reporting", "cash-report", 0),
                evidence("cash-reporting", "sar-confidentiality", 0));

        assertThat(answer.text()).startsWith("The bank tells nobody").contains("Nothing else may be said")
                .doesNotContain("$10,000");
        assertThat(String.join(" ", shown)).isEqualTo(answer.text());
    }

    private Answer answer(Writer writer, Evidence first, Evidence second) {
        Finding finding = new Finding(Optional.of(first), Optional.of(second),
                List.of(new Hit(first.passage(), 1, 0.9)));
        return new ChatService(Masker.ofForms(), Understanders.TRUSTING, _ -> Optional.empty(), _ -> finding, writer,
                new FigureCheck())
                .answer(new Conversation("c"), "What does it cost and how long does it take?", event -> {
                    if (event instanceof StageEvent.Sentence sentence) {
                        shown.add(sentence.text());
                    }
                }, Chat.Cancel.NEVER);
    }

    private static Evidence evidence(String policyId, String section, int sentence) {
        Policy policy = library.policies().stream().filter(of -> of.id().equals(policyId)).findFirst().orElseThrow();
        return new Evidence(new Passage(policy.id(), policy.title(), policy.version(), policy.sha256(),
                policy.section(section).orElseThrow(), policy.owner()), List.of(sentence), 0.9);
    }
}
