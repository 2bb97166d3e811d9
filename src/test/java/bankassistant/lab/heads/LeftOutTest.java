package bankassistant.lab.heads;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.lab.Mistake;
import bankassistant.lab.Proportion;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeftOutTest {

    private static final LabelledTexts TEXTS = new LabelledTexts(ScopeTexts.CLASSES,
            List.of("a fee", "a river", "a blood bank", "a loan"), List.of(0, 1, 1, 0));
    private static final float[][] LOGITS = {{5, 0, 0, 0}, {0, 5, 0, 0}, {5, 0, 0, 0}, {1, 0, 0, 0}};

    @Test
    void texts_are_counted_by_what_they_are_and_what_they_were_scored_as() {
        assertThat(LeftOut.of(TEXTS, LOGITS, 0.8).counts()).isDeepEqualTo(
                new int[][]{{2, 0, 0, 0}, {1, 1, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}});
    }

    @Test
    void a_text_is_taken_for_banking_from_the_threshold_on() {
        assertThat(LeftOut.of(TEXTS, LOGITS, 0.8).banking()).isEqualTo(new Proportion(2, 4));
        assertThat(LeftOut.of(TEXTS, LOGITS, 0.4).banking()).isEqualTo(new Proportion(3, 4));
    }

    @Test
    void mistakes_are_texts_wrongly_taken_for_banking_and_banking_that_is_not() {
        assertThat(LeftOut.of(TEXTS, LOGITS, 0.8).mistakes()).extracting(Mistake::text)
                .containsExactly("a blood bank", "a loan");
    }
}
