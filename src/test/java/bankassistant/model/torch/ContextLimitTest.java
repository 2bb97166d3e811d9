package bankassistant.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankassistant.model.ContextLimitException;
import bankassistant.model.Generation;
import bankassistant.model.Generation.FinishReason;
import bankassistant.model.GenerationListener;
import bankassistant.model.GenerationOptions;
import bankassistant.model.LanguageSession;
import bankassistant.model.Prompt;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ModelExtension.class)
class ContextLimitTest {

    private final TestModels models;

    ContextLimitTest(TestModels models) {
        this.models = models;
    }

    @Test
    void a_prompt_that_does_not_fit_is_refused_and_changes_nothing() {
        GenerationOptions options = GenerationOptions.greedy(8);
        try (LanguageSession session = models.fp32().open()) {
            Generation before = session.generate(Answers.prompt(), options, GenerationListener.NONE);

            assertThatThrownBy(() -> session.generate(Answers.prompt("fee ".repeat(25_000)), options,
                    piece -> {
                        throw new AssertionError("was called with " + piece);
                    })).isInstanceOf(ContextLimitException.class)
                    .hasMessageMatching("A prompt of [0-9,]+ tokens and an answer of up to 8 "
                            + "don't fit the context of 4,096 tokens");

            Generation after = session.generate(Answers.prompt(), options, GenerationListener.NONE);
            assertThat(after.cachedTokens()).isEqualTo(before.promptTokens() - 1);
            assertThat(after.text()).isEqualTo(before.text());
        }
    }

    @Test
    void the_context_can_be_filled_to_its_last_token() throws IOException {
        try (TorchLanguageModel model = models.exact(TinyLlama.small()); LanguageSession session = model.open()) {
            Prompt prompt = new Prompt(List.of(new Prompt.Turn(Prompt.Role.USER, "What?")));
            int promptTokens = session.generate(prompt, GenerationOptions.greedy(1), GenerationListener.NONE)
                    .promptTokens();
            int room = model.contextLength() - promptTokens;

            Generation full = session.generate(prompt, GenerationOptions.greedy(room), GenerationListener.NONE);
            assertThat(full.finish()).isIn(FinishReason.LENGTH, FinishReason.END_OF_TURN);
            assertThatThrownBy(
                    () -> session.generate(prompt, GenerationOptions.greedy(room + 1), GenerationListener.NONE))
                    .isInstanceOf(ContextLimitException.class);
            assertThatThrownBy(() -> session.generate(prompt, GenerationOptions.greedy(Integer.MAX_VALUE),
                    GenerationListener.NONE)).isInstanceOf(ContextLimitException.class);
        }
    }

    @Test
    void a_long_prompt_is_computed_in_parts() {
        String filler = "The branch opens at nine. ".repeat(400);
        Generation generation = Answers.fresh(models.int8(),
                Answers.prompt(filler + "\nAt what time does the branch open?"), GenerationOptions.greedy(24));

        assertThat(generation.promptTokens()).isGreaterThan(2000);
        assertThat(generation.text()).containsIgnoringCase("nine");
    }
}
