package bankassistant.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.policy.Section;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class EvidenceRuleTest {

    private static final float[] QUESTION = {1, 0};

    private final EvidenceRule rule = new EvidenceRule(0.6, 0.1, 0.05);

    @Test
    void the_first_sentence_comes_along_unless_another_is_nearer_by_a_clear_lead() {
        assertThat(rule.apply(passage(0.81, 0.9, 0.88), 0.9, QUESTION).orElseThrow().sentences())
                .containsExactly(0, 1);
        assertThat(rule.apply(passage(0.79, 0.9, 0.7), 0.9, QUESTION).orElseThrow().sentences()).containsExactly(1);
    }

    @Test
    void the_nearest_sentence_is_the_evidence() {
        Evidence evidence = rule.apply(passage(0.5, 0.9, 0.7), 0.9, QUESTION).orElseThrow();
        assertThat(evidence.sentences()).containsExactly(1);
        assertThat(evidence.score()).isCloseTo(0.9, Offset.offset(1e-6));
        assertThat(evidence.text()).isEqualTo("b");
    }

    @Test
    void a_second_sentence_nearly_as_near_comes_along_in_the_order_of_the_text() {
        Evidence evidence = rule.apply(passage(0.87, 0.2, 0.9), 0.9, QUESTION).orElseThrow();
        assertThat(evidence.sentences()).containsExactly(0, 2);
        assertThat(evidence.text()).isEqualTo("a c");
    }

    @Test
    void there_are_never_more_than_two() {
        assertThat(rule.apply(passage(0.9, 0.9, 0.9), 0.9, QUESTION).orElseThrow().sentences()).hasSize(2);
    }

    @Test
    void what_the_section_tells_together_is_not_divided() {
        EncodedPassage apart = passage(0.9, 0.2, 0.1);
        Section of = apart.passage().section();
        Section joined = new Section(of.id(), of.title(), of.text(), of.sentences(), of.figures(), of.duty(),
                List.of(0, 1));
        EncodedPassage passage = new EncodedPassage(new Passage("p", "Policy", "1", "0", joined, "Cards"),
                apart.vector(), apart.sentences(), List.of());

        assertThat(rule.apply(apart, 0.9, QUESTION).orElseThrow().sentences()).containsExactly(0);
        assertThat(rule.apply(passage, 0.9, QUESTION).orElseThrow().sentences()).containsExactly(0, 1);
    }

    @Test
    void when_the_passage_is_far_nothing_answers() {
        assertThat(rule.apply(passage(0.9), 0.59, QUESTION)).isEmpty();
        assertThat(rule.apply(passage(0.9), 0.6, QUESTION)).isPresent();
    }

    private static EncodedPassage passage(double... cosines) {
        List<float[]> vectors = Arrays.stream(cosines)
                .mapToObj(cosine -> new float[]{(float) cosine, (float) Math.sqrt(1 - cosine * cosine)}).toList();
        List<Section.Span> spans = List.of(new Section.Span(0, 1), new Section.Span(2, 3), new Section.Span(4, 5));
        Section section = new Section("s", "Title", "a b c", spans.subList(0, cosines.length), List.of());
        return new EncodedPassage(new Passage("p", "Policy", "1", "0", section, "Cards"), vectors.getFirst(), vectors,
                List.of());
    }
}
