package bankassistant.chat;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.answering.FigureCheck;
import bankassistant.answering.Writer;
import bankassistant.policy.BankingIntents;
import bankassistant.policy.Policy;
import bankassistant.policy.PolicyFolder;
import bankassistant.policy.PolicyReader;
import bankassistant.policy.Section;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a bank must say, with the shipped policies. */
class HandOverTest {

    private final List<StageEvent> events = new ArrayList<>();

    @Test
    void an_answer_about_a_legal_right_is_handed_over_with_its_deadline() throws Exception {
        Answer answer = answer("credit", "billing-dispute", 0);

        assertThat(answer.kind()).isEqualTo("hand_over");
        assertThat(answer.text()).contains("60 days");
        assertThat(((Answer.HandOver) answer).note())
                .isEqualTo("Hand over to Consumer Lending: the customer has a legal right here. Deadline: 60 days.");
        assertThat(answer.citations()).hasSize(1);
    }

    @Test
    void a_deadline_that_stands_in_another_section_is_quoted_from_there() throws Exception {
        Answer answer = answer("cards", "unrecognized-cash-withdrawal", 0);

        assertThat(answer.text()).startsWith("Lock the card and report").contains("later than 60 days");
        assertThat(answer.citations()).extracting(Citation::section).containsExactly("unrecognized-cash-withdrawal",
                "liability");
        assertThat(events).filteredOn(StageEvent.Sentence.class::isInstance).hasSize(2);
    }

    @Test
    void of_a_suspicious_activity_report_only_the_one_sentence_is_said() throws Exception {
        Answer answer = answer("cash-reporting", "sar-confidentiality", 1);

        assertThat(answer.text()).isEqualTo("The bank tells nobody whether a suspicious activity report exists or does "
                + "not exist, because the law makes both confidential. Nothing else may be said about this to a customer, "
                + "neither yes nor no.");
        assertThat(((Answer.HandOver) answer).note())
                .isEqualTo("For staff only. Hand over to Financial Crime Compliance.");
    }

    @Test
    void what_only_staff_need_of_such_reports_is_marked() throws Exception {
        assertThat(answer("cash-reporting", "suspicious-activity", 0).text())
                .startsWith("For staff only: The bank reports")
                .contains("30 days").contains("To a customer: The bank tells nobody")
                .contains("Nothing else may be said");
    }

    @ParameterizedTest
    @ValueSource(strings = {"I paid in cash three times, will you report me?", "How does my brother avoid a report?"})
    void to_a_customer_who_asks_when_it_is_reported_only_the_one_sentence_is_said(String question) throws Exception {
        assertThat(answer("cash-reporting", "suspicious-activity", 0, question).text())
                .startsWith("The bank tells nobody").doesNotContain("$5,000", "30 days", "For staff only");
    }

    @Test
    void a_figure_with_a_date_of_its_own_is_given_with_it() throws Exception {
        Answer answer = answer("funds-availability", "check-availability", 1);

        assertThat(answer.text()).contains("Since 1 July 2025");
        assertThat(answer.kind()).isEqualTo("quoted");
    }

    @Test
    void other_answers_are_not_handed_over() throws Exception {
        assertThat(answer("cards", "card-delivery", 0).kind()).isEqualTo("quoted");
    }

    private Answer answer(String policyId, String sectionId, int sentence) throws Exception {
        return answer(policyId, sectionId, sentence, "What now?");
    }

    private Answer answer(String policyId, String sectionId, int sentence, String question) throws Exception {
        Policy policy = new PolicyFolder(new PolicyReader(), BankingIntents.names()).read(Path.of("policies"))
                .policies()
                .stream().filter(of -> of.id().equals(policyId)).findFirst().orElseThrow();
        Section section = policy.section(sectionId).orElseThrow();
        Passage passage = new Passage(policy.id(), policy.title(), policy.version(), policy.sha256(), section,
                policy.owner());
        Finding finding = new Finding(Optional.of(new Evidence(passage, List.of(sentence), 0.9)),
                List.of(new Hit(passage, 1, 0.9)));
        return new ChatService(Masker.ofForms(), Understanders.TRUSTING, _ -> Optional.empty(), _ -> finding,
                Writer.NONE, new FigureCheck())
                .answer(new Conversation("c"), question, events::add, Chat.Cancel.NEVER);
    }
}
