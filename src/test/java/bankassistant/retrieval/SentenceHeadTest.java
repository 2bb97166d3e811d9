package bankassistant.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bankassistant.model.MessageHeads;
import bankassistant.policy.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SentenceHeadTest {

    private static final List<String> CLASSES = List.of("cards/fees#1", "cards/fees#2", "cards/limits#1", "none");

    @Test
    void a_sections_probability_is_that_of_its_sentences_together() {
        SentenceHead.Opinion opinion = opinion(0.3, 0.1, 0.4, 0.2);

        assertThat(opinion.none()).isCloseTo(0.2, within(1e-6));
        assertThat(opinion.of(passage("fees", 2))).isCloseTo(0.4, within(1e-6));
        assertThat(opinion.of(passage("limits", 1))).isCloseTo(0.4, within(1e-6));
        assertThat(opinion.shares(passage("fees", 2))).containsExactly(new double[]{0.75, 0.25}, within(1e-6));
    }

    @Test
    void a_section_that_came_later_is_as_likely_as_that_no_known_one_answers() {
        SentenceHead.Opinion opinion = opinion(0.3, 0.1, 0.4, 0.2);

        assertThat(opinion.knows(passage("later", 1))).isFalse();
        assertThat(opinion.of(passage("later", 1))).isCloseTo(0.2, within(1e-6));
    }

    @Test
    void a_section_with_a_sentence_more_is_not_the_known_one() {
        assertThat(opinion(0.3, 0.1, 0.4, 0.2).knows(passage("fees", 3))).isFalse();
    }

    private static SentenceHead.Opinion opinion(double... probabilities) {
        float[] logits = new float[probabilities.length];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) (2 * Math.log(probabilities[i]));
        }
        MessageHeads heads = new MessageHeads() {

            @Override
            public List<Map<String, float[]>> score(List<String> texts) {
                return List.of(Map.of(SentenceHead.NAME, logits));
            }

            @Override
            public void close() {}
        };
        return new SentenceHead(heads, CLASSES, 2).of("any");
    }

    private static Passage passage(String id, int sentences) {
        StringBuilder text = new StringBuilder();
        List<Section.Span> spans = new ArrayList<>();
        for (int i = 0; i < sentences; i++) {
            spans.add(new Section.Span(text.length(), text.length() + 2));
            text.append("A. ");
        }
        return new Passage("cards", "Cards", "1", "0", new Section(id, "Title", text.toString(), spans, List.of()),
                "Card Services");
    }
}
