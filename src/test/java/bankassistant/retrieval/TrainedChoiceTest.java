package bankassistant.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bankassistant.policy.Section;
import bankassistant.policy.SectionRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainedChoiceTest {

    private static final float[] QUESTION = {1, 0};

    /** What decides whether something answers is the probability that nothing does, halved at one half. */
    private final TrainedChoice choice = new TrainedChoice(
            new EvidenceCalibration(1, 0.5, -Math.log(2), 0, 0, -1, 0.6, 0.5, 0.2));

    @Test
    void sentences_nearly_as_likely_as_the_best_come_along_in_the_order_of_the_text() {
        assertThat(chosen("what", 0, 0.2, 0.45, 0.35)).containsExactly(1, 2);
        assertThat(chosen("what", 0, 0.1, 0.8, 0.1)).containsExactly(1);
    }

    @Test
    void there_are_never_more_than_three() {
        assertThat(chosen("what", 0, 0.25, 0.25, 0.25, 0.25)).hasSize(3);
    }

    @Test
    void what_the_section_tells_together_is_not_divided() {
        EncodedPassage tiers = together(passage("known", 3), 0, 1);

        assertThat(chosen(tiers, 0.05, 0.9, 0.05)).containsExactly(0, 1);
        assertThat(chosen(tiers, 0.9, 0.05, 0.05)).containsExactly(0, 1);
        assertThat(chosen(tiers, 0.05, 0.05, 0.9)).containsExactly(2);
    }

    @Test
    void who_asks_for_two_things_gets_a_second_sentence_sooner() {
        assertThat(chosen("what does it cost", 0, 0.65, 0.35)).containsExactly(0);
        assertThat(chosen("what does it cost and how long does it take", 0, 0.65, 0.35)).containsExactly(0, 1);
        assertThat(chosen("Is it free? Is it fast?", 0, 0.65, 0.35)).containsExactly(0, 1);
    }

    @Test
    void when_it_is_likely_that_nothing_answers_there_is_no_evidence() {
        assertThat(evidence("what", 0.1, 0.9).orElseThrow().score()).isCloseTo(1 / (1 + 2 * 0.1), within(1e-9));
        assertThat(evidence("what", 0.4, 0.6)).isEmpty();
    }

    @Test
    void a_section_that_the_head_does_not_know_is_judged_by_nearness() {
        EncodedPassage later = passage("later", 1);
        SentenceHead.Opinion opinion = new SentenceHead.Opinion(0.9, Map.of());

        assertThat(choice.evidence(new PolicyIndex.Ranked(null, later, 0.9), opinion, "what", QUESTION)).isPresent();
        assertThat(choice.evidence(new PolicyIndex.Ranked(null, later, 0.1), opinion, "what", QUESTION)).isEmpty();
    }

    @Test
    void the_heads_section_is_hinted_at_beside_that_of_the_intent() {
        SectionHint intents = new SectionHint(Map.of(new SectionRef("p", "intended"), 1.0));
        SentenceHead.Opinion opinion = new SentenceHead.Opinion(0, Map.of("p/likely", new double[]{1}, "p/intended",
                new double[]{0}, "p/other", new double[]{0}));

        SectionHint both = choice.hint(intents, opinion,
                List.of(passage("intended", 1), passage("likely", 1), passage("other", 1)));

        double counted = choice.weights().hint();
        assertThat(counted * both.of(passage("likely", 1).passage())).isCloseTo(0.5, within(1e-9));
        assertThat(counted * both.of(passage("intended", 1).passage())).isCloseTo(RankWeights.CHOSEN.hint(),
                within(1e-9));
        assertThat(both.of(passage("other", 1).passage())).isZero();
    }

    @Test
    void who_asks_for_two_things_gets_the_best_sentence_of_a_second_section_that_is_likely() {
        assertThat(also("what does it cost and how long does it take", 0.5, 0.1, 0.3)).hasValueSatisfying(second -> {
            assertThat(second.passage().key()).isEqualTo("p/second");
            assertThat(second.sentences()).containsExactly(1);
        });
        assertThat(also("what does it cost", 0.5, 0.05, 0.1)).isEmpty();
        assertThat(also("what does it cost and how long does it take", 0.5, 0.02, 0.02)).isEmpty();
        assertThat(also("what does it cost and how long does it take", 0.1, 0.1, 0.3)).isEmpty();
    }

    @Test
    void who_does_not_say_which_of_two_is_meant_gets_both() {
        assertThat(also("cut-off", 0.5, 0.05, 0.4)).hasValueSatisfying(
                second -> assertThat(second.sentences()).containsExactly(1));
        assertThat(also("cut-off", 0.5, 0.05, 0.1)).isEmpty();
    }

    /** @param score of the second section in the ranking, where the first has 0.6 */
    private Optional<Evidence> also(String question, double score, double... second) {
        EncodedPassage first = passage("first", 1);
        EncodedPassage other = passage("second", second.length);
        SentenceHead.Opinion opinion = new SentenceHead.Opinion(0,
                Map.of("p/first", new double[]{0.5}, "p/second", second));
        return choice.also(new Evidence(first.passage(), List.of(0), 0.9),
                List.of(new PolicyIndex.Ranked(new Hit(first.passage(), 0.6, 0.6), first, 0.7),
                        new PolicyIndex.Ranked(new Hit(other.passage(), score, 0.6), other, 0.7)),
                opinion, question, QUESTION);
    }

    private List<Integer> chosen(String question, double none, double... sentences) {
        return evidence(question, none, sentences).orElseThrow().sentences();
    }

    private Optional<Evidence> evidence(String question, double none, double... sentences) {
        EncodedPassage passage = passage("known", sentences.length);
        SentenceHead.Opinion opinion = new SentenceHead.Opinion(none, Map.of("p/known", sentences));
        return choice.evidence(new PolicyIndex.Ranked(null, passage, 0.7), opinion, question, QUESTION);
    }

    private List<Integer> chosen(EncodedPassage passage, double... sentences) {
        SentenceHead.Opinion opinion = new SentenceHead.Opinion(0, Map.of("p/known", sentences));
        return choice.evidence(new PolicyIndex.Ranked(null, passage, 0.7), opinion, "what", QUESTION).orElseThrow()
                .sentences();
    }

    private static EncodedPassage together(EncodedPassage of, Integer... sentences) {
        Section section = of.passage().section();
        Section joined = new Section(section.id(), section.title(), section.text(), section.sentences(),
                section.figures(), section.duty(), List.of(sentences));
        return new EncodedPassage(new Passage("p", "Policy", "1", "0", joined, "Cards"), of.vector(), of.sentences(),
                of.phrasings());
    }

    private static EncodedPassage passage(String id, int sentences) {
        List<Section.Span> spans = IntStream.range(0, sentences).mapToObj(i -> new Section.Span(2 * i, 2 * i + 1))
                .toList();
        Section section = new Section(id, "Title", "a ".repeat(sentences), spans, List.of());
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < sentences; i++) {
            vectors.add(Arrays.copyOf(QUESTION, 2));
        }
        return new EncodedPassage(new Passage("p", "Policy", "1", "0", section, "Cards"), QUESTION, vectors,
                List.of());
    }
}
