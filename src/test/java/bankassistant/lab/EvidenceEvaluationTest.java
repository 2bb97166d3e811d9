package bankassistant.lab;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.lab.RetrievalEvaluation.Question;
import bankassistant.policy.Section;
import bankassistant.retrieval.Evidence;
import bankassistant.retrieval.Finding;
import bankassistant.retrieval.Passage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvidenceEvaluationTest {

    private static final Section FEES = new Section("fees", "Fees", "One. Two.",
            List.of(new Section.Span(0, 4), new Section.Span(5, 9)), List.of());
    private static final Passage PASSAGE = new Passage("cards", "Cards", "1", "0", FEES, "Card Services");

    @Test
    void the_right_sentence_must_be_among_those_chosen() {
        EvidenceEvaluation.Result result = run(Map.of("both", List.of(0, 1), "wrong one", List.of(1)),
                new Question("both", "cards", "fees", "One."), new Question("wrong one", "cards", "fees", "One."),
                new Question("both", "cards", "other", "One."), new Question("refused", "cards", "fees", "One."));

        assertThat(result.rightEvidence()).contains(new Proportion(1, 4));
        assertThat(result.rightSection()).contains(new Proportion(2, 4));
        assertThat(result.refused()).contains(new Proportion(1, 4));
        assertThat(result.recognised()).isEmpty();
        assertThat(result.sentences()).isEqualTo(5 / 3.0);
        assertThat(result.mistakes()).extracting(Mistake::line).containsExactly(3, 4, 5);
    }

    @Test
    void a_question_without_a_policy_is_right_when_nothing_is_found() {
        EvidenceEvaluation.Result result = run(Map.of("answered", List.of(0)), new Question("answered", "", "", ""),
                new Question("weather", "", "", ""));

        assertThat(result.recognised()).contains(new Proportion(1, 2));
        assertThat(result.rightEvidence()).isEmpty();
        assertThat(result.mistakes()).extracting(Mistake::text).containsExactly("answered");
    }

    private static EvidenceEvaluation.Result run(Map<String, List<Integer>> chosen, Question... questions) {
        return new EvidenceEvaluation(question -> new Finding(
                Optional.ofNullable(chosen.get(question)).map(sentences -> new Evidence(PASSAGE, sentences, 0.9)),
                List.of())).run(List.of(questions));
    }
}
