package bankassistant.model.torch;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.model.Generation;
import bankassistant.model.GenerationOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ModelExtension.class)
class TextRuleTest {

    private static final GenerationOptions OPTIONS = GenerationOptions.greedy(24);

    private final TestModels models;

    TextRuleTest(TestModels models) {
        this.models = models;
    }

    @Test
    void what_a_rule_forbids_is_not_written_and_the_likeliest_other_token_is() {
        String plain = Answers.fresh(models.int8(), Answers.prompt(), OPTIONS.withoutDraft()).text();
        assertThat(plain).contains("e");

        Generation ruled = Answers.fresh(models.int8(), Answers.prompt(),
                OPTIONS.withRule((_, piece) -> !piece.contains("e")));

        assertThat(ruled.text()).isNotBlank().doesNotContain("e");
    }

    @Test
    void a_rule_that_allows_all_changes_nothing() {
        Generation plain = Answers.fresh(models.int8(), Answers.prompt(), OPTIONS.withoutDraft());
        Generation ruled = Answers.fresh(models.int8(), Answers.prompt(), OPTIONS.withRule((_, _) -> true));

        assertThat(ruled.text()).isEqualTo(plain.text());
    }

    @Test
    void a_rule_that_allows_nothing_ends_the_answer() {
        Generation ruled = Answers.fresh(models.int8(), Answers.prompt(), OPTIONS.withRule((_, _) -> false));

        assertThat(ruled.text()).isEmpty();
    }
}
